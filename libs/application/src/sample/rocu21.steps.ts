/** The inspection of the regional organised crime units of 2021, and West Yorkshire's answer by themes. */

import { illustrated, sitting, type Step } from './step.ts';

export const ROCU21_STEPS: readonly Step[] = [
  ...sitting(
    '2021-02-18T11:00',
    'WYPCC/SEC',
    [
      'report-ROCU21',
      'record-report',
      undefined,
      {
        code: 'ROCU21',
        title: 'An inspection of the effectiveness of the Regional Organised Crime Units',
        publisher: 'HMICFRS',
        publishedOn: '18 February 2021',
      },
    ],
    [
      'finding-ROCU21-PF',
      'register-finding',
      'ROCU21',
      {
        code: 'PF',
        findingKind: 'causeOfConcern',
        label: 'principal finding',
        text: 'addressing the issue of the appropriate and sustainable funding of ROCUs is of primary importance',
        addressees: ['Home Office'],
      },
    ],
    [
      'finding-ROCU21-T1',
      'register-finding',
      'ROCU21',
      {
        code: 'T1',
        findingKind: 'theme',
        label: 'A Whole System Approach',
        text: 'A Whole System Approach',
        addressees: ['NCA', 'ROCU network'],
      },
    ],
    [
      'finding-ROCU21-T2',
      'register-finding',
      'ROCU21',
      {
        code: 'T2',
        findingKind: 'theme',
        label: 'Accountability and Oversight',
        text: 'Accountability and Oversight',
        addressees: ['the four contributing forces'],
        deadlineAsPrinted: 'in due course',
      },
    ],
    [
      'finding-ROCU21-T3',
      'register-finding',
      'ROCU21',
      {
        code: 'T3',
        findingKind: 'theme',
        label: 'Resourcing Capacity and Workforce',
        text: 'Resourcing Capacity and Workforce',
        addressees: ['Home Office', 'forces'],
      },
    ],
    ...['PF', 'T1', 'T2', 'T3'].map(
      (code) =>
        [
          `fan-out-ROCU21-${code}`,
          'fan-out-finding',
          'ROCU21',
          { finding: `ROCU21-${code}`, bodies: ['YHROCU'] },
        ] as const,
    ),
  ),
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
        addressees: ['Dear Home Secretary'],
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
    [
      'position-ROCU21-PF-pcc',
      'record-position',
      'ROCU21-PF/YHROCU',
      {
        layer: 'localPolicingBody',
        code: 'concurred',
        words: 'we would concur with the principal finding',
        qualifiers: ['can only be resolved by the Home Office'],
        document: 'WYPCC-ROCU21',
        decidedByPost: 'WYPCC/PCC',
        decidedByPerson: '$person-mbw',
      },
    ],
    [
      'position-ROCU21-PF-subject',
      'record-position',
      'ROCU21-PF/YHROCU',
      {
        layer: 'subject',
        code: 'concurred',
        words: 'a fair reflection of the challenges',
        document: 'WYPCC-ROCU21',
        decidedByBody: 'YHROCU',
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
        decidedByPost: 'WYPCC/PCC',
        decidedByPerson: '$person-mbw',
      },
    ],
  ),
];
