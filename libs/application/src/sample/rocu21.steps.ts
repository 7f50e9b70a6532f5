/**
 * The inspection of the regional organised crime units of 2021, and West Yorkshire's answer by themes.
 *
 * No document of the sample holds the report itself: what it says is known from the letter that answers it, by the
 * letter's own headings. So its findings are registered when the letter is, in words of our own that say so; how the
 * letter prints them is cited from the letter.
 */

import { illustrated, sitting, type Step } from './step.ts';

const ANSWERED = [
  {
    code: 'PF',
    findingKind: 'causeOfConcern',
    label: 'principal finding',
    text: 'The funding of regional organised crime units (in our words: the report’s own are not in this record)',
  },
  {
    code: 'T1',
    findingKind: 'theme',
    label: 'A Whole System Approach',
    text: 'Tasking, and a national shared system (in our words: the answer’s theme, not the report’s text)',
  },
  {
    code: 'T2',
    findingKind: 'theme',
    label: 'Accountability and Oversight',
    text: 'Governance of the regional unit and its chief officer (in our words: the answer’s theme, not the report’s text)',
  },
  {
    code: 'T3',
    findingKind: 'theme',
    label: 'Resourcing Capacity and Workforce',
    text: 'Funding, staff and pay (in our words: the answer’s theme, not the report’s text)',
  },
] as const;

const PCC = { decidedByPost: 'WYPCC/PCC', decidedByPerson: '$person-mbw', effectiveOn: '29 April 2021' } as const;

export const ROCU21_STEPS: readonly Step[] = [
  ...sitting('2021-02-18T11:00', 'WYPCC/SEC', [
    'report-ROCU21',
    'record-report',
    undefined,
    {
      code: 'ROCU21',
      title: 'An inspection of the effectiveness of the Regional Organised Crime Units',
      publisher: 'HMICFRS',
      publishedOn: '18 February 2021',
    },
  ]),
  ...sitting(
    '2021-04-29T14:00',
    'WYPCC/SEC',
    [
      'document-WYPCC-ROCU21',
      'record-document',
      undefined,
      {
        code: 'WYPCC-ROCU21',
        documentType: 'responseLetter',
        title: 'HMICFRS report: An inspection of the effectiveness of the Regional Organised Crime Units',
        issuedBy: 'WYPCC',
        signatoryPost: 'WYPCC/PCC',
        signatoryPerson: '$person-mbw',
        addressees: ['Home Secretary'],
        ownReference: 'OPCC/MBW/NF',
        yourReference: '',
        dateAsWritten: 'April 29th 2021',
        answersReport: 'ROCU21',
      },
    ],
    [
      'sent-WYPCC-ROCU21',
      'record-document-sent',
      'WYPCC-ROCU21',
      illustrated({ sentOn: '29 April 2021', to: 'the Home Secretary' }),
    ],
    ...ANSWERED.flatMap(({ code, findingKind, label, text }) => [
      [`finding-ROCU21-${code}`, 'register-finding', 'ROCU21', { code, findingKind, text }] as const,
      [
        `label-WYPCC-ROCU21-${code}`,
        'record-finding-label',
        'ROCU21',
        { finding: `ROCU21-${code}`, document: 'WYPCC-ROCU21', label },
      ] as const,
      [
        `fan-out-ROCU21-${code}`,
        'fan-out-finding',
        'ROCU21',
        { finding: `ROCU21-${code}`, bodies: ['YHROCU'] },
      ] as const,
    ]),
    [
      'position-ROCU21-PF-pcc',
      'record-position',
      'ROCU21-PF/YHROCU',
      {
        layer: 'localPolicingBody',
        code: 'concurred',
        words:
          "we would concur with the principal finding of HMICFRS's report that addressing the issue of the appropriate and sustainable funding of ROCUs is of primary importance",
        qualifiers: [
          'the funding issue is one which can only be resolved by the Home Office and through central spending reviews',
        ],
        document: 'WYPCC-ROCU21',
        ...PCC,
      },
    ],
    [
      'position-ROCU21-T1-pcc',
      'record-position',
      'ROCU21-T1/YHROCU',
      {
        layer: 'localPolicingBody',
        code: 'partiallySupported',
        words:
          'we would like the YHROCU to retain its operational independence, but would support the development of a more efficient and effective overall SOC tasking system',
        document: 'WYPCC-ROCU21',
        ...PCC,
      },
    ],
  ),
  // 10 May 2021: what the commissioner oversaw passes to the Mayor's body, item by item.
  ...sitting(
    '2021-05-10T10:30',
    'WYPCC/SEC',
    ...ANSWERED.map(
      ({ code }) =>
        [
          `overseer-ROCU21-${code}`,
          'transfer-responsibility',
          `ROCU21-${code}/YHROCU`,
          {
            overseer: 'WYCA',
            effectiveOn: '10 May 2021',
            reason:
              'The functions of the Police and Crime Commissioner passed to the Mayor of West Yorkshire on 10 May 2021.',
          },
        ] as const,
    ),
  ),
];
