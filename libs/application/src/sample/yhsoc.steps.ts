/** The Yorkshire and Humber report of December 2025 and its two answers, both dated a year too early when they came. */

import { illustrated, sitting, type Step } from './step.ts';

type Entry = readonly [key: string, name: string, target: string | undefined, fields: Step['fields']];

const FORCES = ['SYP', 'WYP', 'HUM', 'NYP'] as const;
const AFI_A =
  'The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces should improve how they work together to tackle serious and organised crime.';
const AFI_B =
  'The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces should improve how the region procures and uses technical surveillance equipment.';
const ADDRESSEES = ['Yorkshire and Humber Regional Organised Crime Unit and its constituent forces'];

/**
 * The letters give no dates, so the secretaries set the days on which to look again, a quarter on. These days are the
 * record's own, and histories tell them apart from what the letter cited states.
 */
const REVIEW_BY = { WYCA: '5 May 2026', SYMCA: '11 May 2026' } as const;

/** On whose word a letter's statements stand: its signatory's, not that of the secretary who records them. */
const SIGNED = {
  WYCA: { decidedByPost: 'WYCA/DM', decidedByPerson: '$person-lowe' },
  SYMCA: { decidedByPost: 'SYMCA/DM', decidedByPerson: '$person-vigurs' },
} as const;

/** An action of the region's, at home with the regional unit, stated in West Yorkshire's letter and without a date. */
const regional = (key: string, finding: 'AFI-A' | 'AFI-B', fields: Step['fields']): Entry => [
  key,
  'assign-action',
  `YHSOC-${finding}/YHROCU`,
  {
    dueNoneGiven: true,
    reviewBy: REVIEW_BY.WYCA,
    document: 'WYCA-YHSOC',
    monitoredAt: 'HMICCYCLE',
    ...SIGNED.WYCA,
    ...fields,
  },
];

/** The regional actions that each force links, by their number at home and the sub-part they serve. */
const LINKS = {
  'AFI-A': [
    { number: 1, subPart: 'a' },
    { number: 2, subPart: 'a' },
    { number: 3, subPart: 'c' },
    { number: 4, subPart: 'c' },
    { number: 5, subPart: 'c' },
    { number: 6, subPart: 'c' },
    { number: 7 },
    { number: 8 },
  ],
  'AFI-B': [{ number: 1 }, { number: 2 }],
} as const;

export const YHSOC_STEPS: readonly Step[] = [
  // Forums known before the report came out.
  ...sitting(
    '2025-11-20T10:00',
    'WYCA/SEC',
    [
      'series-HMICCYCLE',
      'open-series',
      undefined,
      {
        code: 'HMICCYCLE',
        name: 'HMIC extraordinary meeting cycle',
        seriesKind: 'oversightCycle',
        ofBody: 'YHROCU',
        cadence: 'quarterly',
        convenedBy: 'YHROCU/HEAD',
        since: 'unknown',
      },
    ],
    [
      'series-SOCPB',
      'open-series',
      undefined,
      {
        code: 'WYSOCPB',
        name: 'West Yorkshire SOC Partnership Board',
        seriesKind: 'partnership',
        ofBody: 'WYCA',
        cadence: 'quarterly',
        chairPost: 'WYCA/DM',
      },
    ],
    ['alias-SOCPB', 'add-series-alias', 'WYSOCPB', { alias: 'WY Serious & Organised Crime Partnership Board' }],
    [
      'series-MARTOM',
      'open-series',
      undefined,
      {
        code: 'MARTOM',
        name: 'YHROCU Multi Agency Regional Tasking & Oversight Meeting',
        seriesKind: 'tasking',
        ofBody: 'YHROCU',
      },
    ],
  ),
  ...sitting(
    '2025-12-18T10:00',
    'WYCA/SEC',
    [
      'report-YHSOC',
      'record-report',
      undefined,
      {
        code: 'YHSOC',
        title: 'An inspection of the Yorkshire and Humber regional response to serious and organised crime',
        publisher: 'HMICFRS',
        publishedOn: '18 December 2025',
      },
    ],
    [
      'finding-YHSOC-AFI-A',
      'register-finding',
      'YHSOC',
      {
        code: 'AFI-A',
        findingKind: 'areaForImprovement',
        text: AFI_A,
        subParts: [
          'a: the quality and consistency of 4P plans',
          'b: how they record disruption activity on the agency and partner management information system (APMIS)',
          'c: the recording of unmet demand on APMIS',
        ],
        addressees: ADDRESSEES,
      },
    ],
    [
      'finding-YHSOC-AFI-B',
      'register-finding',
      'YHSOC',
      { code: 'AFI-B', findingKind: 'areaForImprovement', text: AFI_B, addressees: ADDRESSEES },
    ],
    ['grade-WYP', 'record-grade', 'YHSOC', { gradedBody: 'WYP', grade: 'outstanding' }],
    ['grade-SYP', 'record-grade', 'YHSOC', { gradedBody: 'SYP', grade: 'good' }],
    ['grade-YHROCU', 'record-grade', 'YHSOC', { gradedBody: 'YHROCU', grade: 'good' }],
    ...['AFI-A', 'AFI-B'].map((code): Entry => [
      `fan-out-YHSOC-${code}`,
      'fan-out-finding',
      'YHSOC',
      { finding: `YHSOC-${code}`, bodies: ['YHROCU', ...FORCES] },
    ]),
  ),
  // West Yorkshire's letter arrives, dated a year too early.
  ...sitting(
    '2026-02-05T10:00',
    'WYCA/SEC',
    [
      'document-WYCA-YHSOC',
      'record-document',
      undefined,
      {
        code: 'WYCA-YHSOC',
        documentType: 'responseLetter',
        title: 'Re: An inspection of the Yorkshire and Humber regional response to serious and organised crime',
        issuedBy: 'WYCA',
        signatoryPost: 'WYCA/DM',
        signatoryPerson: '$person-lowe',
        addressees: ['Home Secretary'],
        dateAsWritten: '5th February 2025',
        answersReport: 'YHSOC',
      },
    ],
    [
      'label-WYCA-AFI-B',
      'record-finding-label',
      'YHSOC',
      { finding: 'YHSOC-AFI-B', document: 'WYCA-YHSOC', label: 'key recommendation' },
    ],
    [
      'label-WYCA-AFI-A',
      'record-finding-label',
      'YHSOC',
      { finding: 'YHSOC-AFI-A', document: 'WYCA-YHSOC', label: 'key recommendation' },
    ],
    ...['AFI-A', 'AFI-B'].map((code): Entry => [
      `position-YHSOC-${code}-WYP-body`,
      'record-position',
      `YHSOC-${code}/WYP`,
      {
        layer: 'localPolicingBody',
        words:
          'As the lead force of the Yorkshire and Humber Regional Organised Crime Unit (YHROCU), I feel reassured that WYP will ensure that the areas for improvement outlined by the inspectorate are fully implemented.',
        document: 'WYCA-YHSOC',
        ...SIGNED.WYCA,
      },
    ]),
    [
      'position-YHSOC-AFI-A-WYP-force',
      'record-position',
      'YHSOC-AFI-A/WYP',
      {
        layer: 'force',
        subPart: 'a',
        words:
          "WYP have assured the Deputy Mayor's office that the delivery of improving the quality and consistency of 4P plans will be led by the YHROCU SOC Coordinator.",
        document: 'WYCA-YHSOC',
        decidedByBody: 'WYP',
      },
    ],
    [
      'series-NEWPB',
      'open-series',
      undefined,
      { code: 'NEWPB', name: 'new Partnership Board', seriesKind: 'partnership' },
    ],
    regional('action-05', 'AFI-A', {
      title: 'All forces adopt the NPCC 4P IT solution',
      subPart: 'a',
      leadPost: 'YHROCU/SOC',
    }),
    regional('action-06', 'AFI-A', {
      title: 'Train LROs and SIOs, to improve the quality of 4P plans',
      subPart: 'a',
      leadPost: 'YHROCU/SOC',
      deliveredWith: ['NPCC'],
    }),
    regional('action-08', 'AFI-A', {
      title: 'Obtain national guidance on recording unmet demand',
      subPart: 'c',
      leadNotNamed: true,
    }),
    regional('action-09', 'AFI-A', {
      title: 'Continue to work with the NCA Federated Tasking Team until guidance comes',
      subPart: 'c',
      leadPost: 'YHROCU/ROCTA',
      deliveredWith: ['NCA'],
      dueAsPrinted: 'In the interim',
    }),
    regional('action-10', 'AFI-A', {
      title: 'Deliver the guidance through the Regional Force SPOCs',
      subPart: 'c',
      leadPost: 'YHROCU/ROCTA',
      supporters: FORCES.map((force) => `${force}/SPOC`),
    }),
    regional('action-12', 'AFI-A', {
      title: 'Identify unmet demand, system challenges and matters requiring escalation',
      subPart: 'c',
      leadForum: 'MARTOM',
      deliveredWith: [...FORCES, 'NCA'],
    }),
    regional('action-14', 'AFI-A', {
      title:
        'Run the quarterly HMIC extraordinary meeting cycle with the Regional Heads of Serious and Organised Crime',
      leadPost: 'YHROCU/HEAD',
      // It is what watches the others; nothing is said of what watches it.
      monitoredAt: undefined,
      dueAsPrinted: 'The meeting cycle will continue',
    }),
    regional('action-13', 'AFI-A', {
      title: 'Sign the new Section 22A agreement',
      leadNotNamed: true,
      monitoredAt: 'NEWPB',
    }),
    regional('action-03', 'AFI-B', {
      title: 'Work together on the procurement of technical surveillance equipment',
      leadPost: 'YHROCU/TSU',
      supporters: FORCES.map((force) => `${force}/TSU`),
    }),
    regional('action-04', 'AFI-B', {
      title: 'Explore whether the TSU Level 1 and Level 2 delivery model could be reconsidered',
      leadPost: 'YHROCU/TSU',
    }),
    [
      'action-15',
      'assign-action',
      'YHSOC-AFI-A/WYP',
      {
        title: 'Report on overall ROCU activity to the Deputy Mayor, the Mayor and the new Partnership Board',
        leadBody: 'WYP',
        dueNoneGiven: true,
        reviewBy: REVIEW_BY.WYCA,
        ...SIGNED.WYCA,
        document: 'WYCA-YHSOC',
      },
    ],
    ...FORCES.flatMap((force): Entry[] => [
      [
        `action-11-${force}`,
        'assign-action',
        `YHSOC-AFI-A/${force}`,
        {
          title: 'Implement the guidance on recording unmet demand',
          subPart: 'c',
          leadPost: `${force}/SOC`,
          dueNoneGiven: true,
          reviewBy: REVIEW_BY.WYCA,
          ...SIGNED.WYCA,
          document: 'WYCA-YHSOC',
        },
      ],
      ...Object.entries(LINKS).flatMap(([code, links]) =>
        links.map((link): Entry => [
          `link-${code}-${force}-${String(link.number)}`,
          'link-action',
          `YHSOC-${code}/${force}`,
          {
            action: `YHSOC-${code}/YHROCU/${String(link.number)}`,
            ...('subPart' in link ? { subPart: link.subPart } : {}),
          },
        ]),
      ),
    ]),
  ),
  ...sitting(
    '2026-02-05T11:30',
    'WYCA/SEC',
    [
      'escalation-unmet-demand',
      'raise-escalation',
      undefined,
      {
        question:
          'nationally the classification of unmet demand and associated ownership in the SOC system remains unresolved. There remains difficulty and inconsistency in the practical application of the current guidance available for the recording of unmet demand.',
        originNotStated: true,
        document: 'WYCA-YHSOC',
        effectiveOn: 'unknown',
        aboutSubParts: ['YHROCU', ...FORCES].map((body) => `YHSOC-AFI-A/${body}:c`),
        toPosts: ['NATSOC/OFFICER', 'NPCC/SOC'],
        noAnswerBy: true,
      },
    ],
    [
      'series-CCOB',
      'open-series',
      undefined,
      { code: 'CCOB', name: 'CCOB (what it stands for is not confirmed)', seriesKind: 'board' },
    ],
    ['meeting-CCOB', 'record-meeting', undefined, { series: 'CCOB', title: 'CCOB in 2025', heldOn: 'in 2025' }],
    [
      'decision-retain',
      'record-decision',
      undefined,
      {
        number: 'D-2025-001',
        title: 'Surveillance delivery model',
        outcome: 'the decision was made to retain the existing delivery model',
        alternatives: [
          'YHROCU should assume responsibility for delivering both Level 1 and Level 2 TSU provision across the region',
        ],
        meeting: '$meeting-CCOB',
        document: 'WYCA-YHSOC',
        deciderNotKnown: true,
        effectiveOn: 'in 2025',
        aboutRecommendations: ['YHROCU', ...FORCES].map((body) => `YHSOC-AFI-B/${body}`),
      },
    ],
    [
      'reconsideration-retain',
      'open-reconsideration',
      'D-2025-001',
      {
        words: 'The YHROCU TSU Manager is, however, exploring whether this position could be reconsidered',
        document: 'WYCA-YHSOC',
        decidedByPost: 'YHROCU/TSU',
      },
    ],
  ),
  // South Yorkshire's letter arrives, with the same slip.
  ...sitting(
    '2026-02-09T09:30',
    'SYMCA/SEC',
    [
      'document-SYMCA-YHSOC',
      'record-document',
      undefined,
      {
        code: 'SYMCA-YHSOC',
        documentType: 'responseLetter',
        title:
          "Response from Kilvinder Vigurs, South Yorkshire's Deputy Mayor, to the HMICFRS inspection report – An inspection of the Yorkshire and Humber regional response to serious and organised crime",
        issuedBy: 'SYMCA',
        signatoryPost: 'SYMCA/DM',
        signatoryPerson: '$person-vigurs',
        addressees: [
          "His Majesty's Inspectorate of Probation",
          "His Majesty's Inspectorate of Constabulary and Fire and Rescue Services",
        ],
        dateAsWritten: '09 February 2025',
        answersReport: 'YHSOC',
      },
    ],
    [
      'label-SYMCA-AFI-A',
      'record-finding-label',
      'YHSOC',
      { finding: 'YHSOC-AFI-A', document: 'SYMCA-YHSOC', number: '1)' },
    ],
    [
      'label-SYMCA-AFI-B',
      'record-finding-label',
      'YHSOC',
      { finding: 'YHSOC-AFI-B', document: 'SYMCA-YHSOC', number: '2)' },
    ],
    [
      'series-CSP',
      'open-series',
      undefined,
      {
        code: 'SYCSP',
        name: 'countywide Community Safety Partnership, South Yorkshire',
        seriesKind: 'partnership',
        ofBody: 'SYMCA',
        chairPost: 'SYMCA/DM',
      },
    ],
    [
      'position-YHSOC-AFI-A-SYP-body',
      'record-position',
      'YHSOC-AFI-A/SYP',
      {
        layer: 'localPolicingBody',
        subPart: 'a',
        code: 'welcomed',
        words:
          "I welcome South Yorkshire Police's commitment to exploring a technical solution to support more effective management across these key components.",
        document: 'SYMCA-YHSOC',
        ...SIGNED.SYMCA,
      },
    ],
    [
      'position-YHSOC-AFI-B-SYP-body',
      'record-position',
      'YHSOC-AFI-B/SYP',
      {
        layer: 'localPolicingBody',
        code: 'welcomed',
        words:
          'As this report rightly highlights, there is a need for agencies across the region to work collaboratively on procurement to strengthen collective capabilities and keep pace with technological change.',
        document: 'SYMCA-YHSOC',
        ...SIGNED.SYMCA,
      },
    ],
    [
      'action-01',
      'assign-action',
      'YHSOC-AFI-A/SYP',
      {
        title: 'Explore a technical solution for 4P plans',
        subPart: 'a',
        leadNotNamed: true,
        dueNoneGiven: true,
        reviewBy: REVIEW_BY.SYMCA,
        ...SIGNED.SYMCA,
        monitoredAt: 'SYCSP',
        document: 'SYMCA-YHSOC',
      },
    ],
    [
      'action-02',
      'assign-action',
      'YHSOC-AFI-A/SYP',
      {
        title: 'Convene partners and improve ways of working',
        leadPost: 'SYMCA/DM',
        dueNoneGiven: true,
        reviewBy: REVIEW_BY.SYMCA,
        ...SIGNED.SYMCA,
        dueAsPrinted: 'I will continue',
        document: 'SYMCA-YHSOC',
      },
    ],
  ),
  ...sitting('2026-02-09T14:00', 'WYCA/SEC', [
    'correct-date-WYCA-YHSOC',
    'correct-document-date',
    'WYCA-YHSOC',
    {
      date: '5 February 2026',
      correctionReason:
        'The letter answers a report published on 18 December 2025 and speaks of ‘the financial year to December 2025’: the year is a slip.',
    },
  ]),
  ...sitting('2026-02-10T08:30', 'SYMCA/SEC', [
    'correct-date-SYMCA-YHSOC',
    'correct-document-date',
    'SYMCA-YHSOC',
    {
      date: '9 February 2026',
      correctionReason:
        'The letter answers a report published on 18 December 2025; 9 February 2025 was a Sunday: the year is a slip.',
    },
  ]),
];

/** What a demonstration needs and no document states. */
export const ILLUSTRATION_STEPS: readonly Step[] = [
  ...sitting(
    '2026-01-20T16:00',
    'WYCA/SEC',
    [
      'series-RPB',
      'open-series',
      undefined,
      illustrated({
        code: 'YHBOARD',
        name: 'Illustrative Regional Board',
        seriesKind: 'board',
        ofBody: 'YHROCU',
      }),
    ],
    [
      'meeting-MARTOM',
      'record-meeting',
      undefined,
      illustrated({ series: 'MARTOM', title: 'MARTOM, 20 January 2026', heldOn: '20 January 2026' }),
    ],
    [
      'attendance-MARTOM',
      'record-attendance',
      '$meeting-MARTOM',
      illustrated({ posts: ['YHROCU/HEAD'], bodies: [...FORCES, 'NCA'] }),
    ],
    [
      'escalation-MARTOM',
      'raise-escalation',
      undefined,
      illustrated({
        question: 'Which post answers for recording disruption activity on APMIS across the region?',
        fromMeeting: '$meeting-MARTOM',
        aboutSubParts: ['YHROCU', ...FORCES].map((body) => `YHSOC-AFI-A/${body}:b`),
        toSeries: 'YHBOARD',
        answerBy: '27 February 2026',
        nextTierCondition: 'if necessary the Chief Constables of the four contributing forces',
      }),
    ],
  ),
  ...sitting('2026-01-26T09:30', 'WYCA/SEC', [
    'taken-up-MARTOM',
    'take-up-escalation',
    '$escalation-MARTOM',
    illustrated({ decidedByBody: 'YHROCU' }),
  ]),
  ...sitting(
    '2026-02-03T15:00',
    'WYCA/SEC',
    [
      'meeting-RPB',
      'record-meeting',
      undefined,
      illustrated({
        series: 'YHBOARD',
        title: 'Illustrative Regional Board, 3 February 2026',
        heldOn: '3 February 2026',
      }),
    ],
    ['attendance-RPB', 'record-attendance', '$meeting-RPB', illustrated({ bodies: ['YHROCU', ...FORCES] })],
    [
      'decision-answer',
      'record-decision',
      undefined,
      illustrated({
        number: 'D-2026-001',
        title: 'Answer to MARTOM',
        outcome:
          'Each Head of SOC answers for the recording of disruptions by their own force; the board looks at it again in June 2026.',
        meeting: '$meeting-RPB',
        effectiveOn: '3 February 2026',
        aboutEscalations: ['$escalation-MARTOM'],
        changes: [
          {
            version: 1,
            kind: 'answerEscalation',
            escalation: '$escalation-MARTOM',
            words: 'Each Head of SOC answers for the recording of disruptions by their own force.',
          },
        ],
      }),
    ],
    [
      'decision-close',
      'record-decision',
      undefined,
      illustrated({
        number: 'D-2026-002',
        title: 'Older theme on tasking',
        outcome: 'The theme of 2021 on tasking is closed: the area for improvement of December 2025 takes its place.',
        meeting: '$meeting-RPB',
        effectiveOn: '3 February 2026',
        aboutRecommendations: ['ROCU21-T1/YHROCU'],
        changes: [
          {
            version: 1,
            kind: 'closeRecommendation',
            recommendation: 'ROCU21-T1/YHROCU',
            level: 'reported',
            layer: 'subject',
            code: 'superseded',
            reason: 'YHSOC-AFI-A asks for the same and more.',
          },
        ],
      }),
    ],
  ),
  ...sitting(
    '2026-02-06T11:00',
    'SYMCA/SEC',
    [
      'series-SYBOARD',
      'open-series',
      undefined,
      illustrated({ code: 'SYBOARD', name: 'Illustrative Assurance Board', seriesKind: 'board', ofBody: 'SYMCA' }),
    ],
    [
      'meeting-SYBOARD',
      'record-meeting',
      undefined,
      illustrated({
        series: 'SYBOARD',
        title: 'Illustrative Assurance Board, 6 February 2026',
        heldOn: '6 February 2026',
      }),
    ],
    [
      'decision-too-early',
      'record-decision',
      undefined,
      illustrated({
        number: 'D-2026-003',
        title: 'Intelligence documents',
        outcome: 'Recommendation 1 on organised immigration crime is closed.',
        meeting: '$meeting-SYBOARD',
        effectiveOn: '6 February 2026',
        aboutRecommendations: ['OIC-R1/SYP'],
        changes: [
          {
            version: 1,
            kind: 'closeRecommendation',
            recommendation: 'OIC-R1/SYP',
            level: 'assured',
            layer: 'localPolicingBody',
            code: 'implemented',
            reason: 'The reporting form now asks for the document.',
          },
        ],
      }),
    ],
  ),
];
