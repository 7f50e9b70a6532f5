/** The organised immigration crime report of May 2025 and South Yorkshire's numbered answer of 26 June 2025. */

import { illustrated, sitting, type Step } from './step.ts';

const FINDINGS = [
  {
    code: 'R1',
    label: 'Recommendation 1',
    deadlineAsPrinted: 'By 30 April 2026',
    addressees: ['chief constables'],
    text: "By 30 April 2026, chief constables should make sure that every time a member of their force reports a case to Immigration Enforcement's National Command and Control Unit, the reporting officer completes and submits the required intelligence document.",
  },
  {
    code: 'R2',
    label: 'Recommendation 2',
    deadlineAsPrinted: 'By 31 December 2025',
    addressees: ['chief constables'],
    text: 'By 31 December 2025, chief constables should make sure they have clear plans to collect, analyse and share information related to organised immigration crime.',
  },
  {
    code: 'R3',
    label: 'Recommendation 3',
    deadlineAsPrinted: 'By 30 April 2026',
    addressees: ['chief constables, working with the Modern Slavery & Organised Immigration Crime Unit'],
    text: 'By 30 April 2026, chief constables, working with the Modern Slavery & Organised Immigration Crime Unit, should make sure that relevant personnel in all Home Office police forces complete the Hydra training package on organised immigration crime.',
  },
  {
    code: 'R9',
    label: 'Recommendation 9',
    deadlineAsPrinted: 'By 30 April 2026',
    addressees: [
      'chief constables, working with the Modern Slavery & Organised Immigration Crime Unit and the College of Policing',
    ],
    text: 'By 30 April 2026, chief constables, working with the Modern Slavery & Organised Immigration Crime Unit and the College of Policing, should make sure that relevant personnel in all Home Office police forces complete the four modules of the organised immigration crime e-learning package.',
  },
] as const;

/** What the Deputy Mayor says to each. */
const AGREED = {
  R1: { code: 'agreed', words: 'I agree with this recommendation.' },
  R2: { code: 'agreed', words: 'I agree.' },
  R3: {
    code: 'agreedWithCondition',
    words:
      'I agree. Training officers and staff is key however, for this to be effective, the training has to be sustained, refreshed and repeated.',
    qualifiers: ['for this to be effective, the training has to be sustained, refreshed and repeated'],
  },
  R9: { code: 'agreed', words: 'I agree with this recommendation.' },
} as const;

export const OIC_STEPS: readonly Step[] = [
  ...sitting(
    '2025-05-16T10:00',
    'SYMCA/SEC',
    [
      'report-OIC',
      'record-report',
      undefined,
      {
        code: 'OIC',
        title: 'improving the response to organised immigration crime',
        publisher: 'HMICFRS',
        publishedOn: '16 May 2025',
      },
    ],
    ...FINDINGS.map(
      (finding) =>
        [
          `finding-OIC-${finding.code}`,
          'register-finding',
          'OIC',
          { ...finding, findingKind: 'recommendation' },
        ] as const,
    ),
    ...FINDINGS.map(
      ({ code }) =>
        [
          `fan-out-OIC-${code}`,
          'fan-out-finding',
          'OIC',
          { finding: `OIC-${code}`, bodies: ['SYP', 'WYP', 'HUM', 'NYP'] },
        ] as const,
    ),
  ),
  ...sitting(
    '2025-06-26T15:00',
    'SYMCA/SEC',
    [
      'document-SYMCA-OIC',
      'record-document',
      undefined,
      {
        code: 'SYMCA-OIC',
        documentType: 'responseLetter',
        title:
          "Response from Kilvinder Vigurs, South Yorkshire's Deputy Mayor, to the HMICFRS report: improving the response to organised immigration crime",
        issuedBy: 'SYMCA',
        signatoryPost: 'SYMCA/DM',
        signatoryPerson: '$person-vigurs',
        signatoryCapacity: 'Deputy Mayor with PCC responsibilities in South Yorkshire',
        addressees: ["His Majesty's Inspectorate of Constabulary and Fire and Rescue Services"],
        dateAsWritten: '26th June 2025',
        answersReport: 'OIC',
      },
    ],
    [
      'alias-vigurs',
      'add-person-alias',
      '$person-vigurs',
      { alias: 'Kivinde Vigirs', where: 'a misread signature under the letter of 26 June 2025' },
    ],
    ['sent-SYMCA-OIC', 'record-document-sent', 'SYMCA-OIC', illustrated({ sentOn: '26 June 2025', to: 'HMICFRS' })],
    [
      'numbers-OIC',
      'declare-numbers-not-for-policing',
      'OIC',
      { numbers: '4-8 and 10', words: 'The four recommendations for policing', document: 'SYMCA-OIC' },
    ],
    ...FINDINGS.map(
      ({ code, label }) =>
        [
          `label-SYMCA-OIC-${code}`,
          'record-finding-label',
          'OIC',
          { finding: `OIC-${code}`, document: 'SYMCA-OIC', label },
        ] as const,
    ),
    ...FINDINGS.flatMap(({ code }) => [
      [
        `position-OIC-${code}-SYP-chief`,
        'record-position',
        `OIC-${code}/SYP`,
        {
          layer: 'chiefOfficer',
          code: 'accepted',
          words:
            'The four recommendations for policing that are detailed within the report have been accepted by the Chief Constable of South Yorkshire Police (SYP).',
          document: 'SYMCA-OIC',
          decidedByPost: 'SYP/CC',
          effectiveOn: 'unknown',
        },
      ] as const,
      [
        `position-OIC-${code}-SYP-body`,
        'record-position',
        `OIC-${code}/SYP`,
        {
          layer: 'localPolicingBody',
          ...AGREED[code],
          document: 'SYMCA-OIC',
          decidedByPost: 'SYMCA/DM',
          decidedByPerson: '$person-vigurs',
          decidedByCapacity: 'Deputy Mayor with PCC responsibilities in South Yorkshire',
          effectiveOn: '26 June 2025',
        },
      ] as const,
    ]),
  ),
  // What the demonstration needs and no document states.
  ...sitting(
    '2025-07-14T10:30',
    'SYMCA/SEC',
    [
      'post-SYP-OIC',
      'establish-post',
      'SYP',
      illustrated({ postCode: 'OIC', title: 'Organised Immigration Crime Lead' }),
    ],
    [
      'person-SYP-OIC',
      'register-person',
      undefined,
      illustrated({
        name: 'Placeholder SYP/OIC',
        email: 'lead.syp.oic@example.invalid',
        placeholder: true,
      }),
    ],
    [
      'holding-SYP-OIC',
      'begin-holding',
      'SYP',
      illustrated({ post: 'SYP/OIC', person: '$person-SYP-OIC', from: '14 July 2025' }),
    ],
    [
      'action-OIC-R1-SYP',
      'assign-action',
      'OIC-R1/SYP',
      illustrated({
        title: 'Make the intelligence document part of every report to the Command and Control Unit',
        leadPost: 'SYP/OIC',
        dueOn: '30 April 2026',
        basis: 'printed',
        dueAsPrinted: 'By 30 April 2026',
      }),
    ],
  ),
  ...sitting('2025-11-24T11:15', 'SYMCA/SEC', [
    'progress-OIC-R1-SYP',
    'report-progress',
    'OIC-R1/SYP',
    illustrated({
      action: 'OIC-R1/SYP/1',
      words: 'The reporting form now asks for the intelligence document. Training of duty officers goes on.',
    }),
  ]),
];
