/** Bodies, posts and people of the sample. Only those who signed published letters are named; all others are placeholders. */

import { illustrated, sitting, type Step } from './step.ts';

type Entry = readonly [key: string, name: string, target: string | undefined, fields: Step['fields']];

const body = (code: string, name: string, bodyKind: string, fields: Step['fields'] = {}): Entry => [
  `body-${code}`,
  'record-body',
  undefined,
  { code, name, bodyKind, ...fields },
];

const post = (bodyCode: string, postCode: string, title: string, fields: Step['fields'] = {}): Entry => [
  `post-${bodyCode}-${postCode}`,
  'establish-post',
  bodyCode,
  { postCode, title, ...fields },
];

/** Somebody has to record: an evident placeholder in a secretary's post. */
const secretary = (bodyCode: string): readonly Entry[] => [
  post(bodyCode, 'SEC', 'Board Secretary', { illustration: true }),
  [`secretary-${bodyCode}`, 'designate-secretary', bodyCode, illustrated({ post: `${bodyCode}/SEC` })],
  [
    `person-${bodyCode}-SEC`,
    'register-person',
    undefined,
    illustrated({
      name: `Placeholder ${bodyCode}/SEC`,
      email: `secretary.${bodyCode.toLowerCase()}@example.invalid`,
      placeholder: true,
    }),
  ],
  [
    `holding-${bodyCode}-SEC`,
    'begin-holding',
    bodyCode,
    illustrated({ post: `${bodyCode}/SEC`, person: `$person-${bodyCode}-SEC` }),
  ],
];

const FORCES = ['SYP', 'WYP', 'HUM', 'NYP'] as const;

export const DIRECTORY_STEPS: readonly Step[] = [
  // 18 February 2021: the region as the first report found it.
  ...sitting(
    '2021-02-18T09:00',
    'WYPCC/SEC',
    body('HMICFRS', 'HM Inspectorate of Constabulary and Fire & Rescue Services', 'inspectorate'),
    body('HO', 'Home Office', 'department'),
    body('NCA', 'National Crime Agency', 'agency'),
    body('NPCC', 'National Police Chiefs’ Council', 'other'),
    body('WYP', 'West Yorkshire Police', 'force', { overseenBy: 'WYPCC' }),
    body('SYP', 'South Yorkshire Police', 'force'),
    body('HUM', 'Humberside Police', 'force'),
    body('NYP', 'North Yorkshire Police', 'force'),
    body('YHROCU', 'Yorkshire and Humber Regional Organised Crime Unit', 'regionalUnit', { overseenBy: 'WYPCC' }),
    post('WYPCC', 'PCC', 'Police and Crime Commissioner for West Yorkshire'),
    ...FORCES.map((code) => post(code, 'CC', 'Chief Constable')),
  ),
  // The letter of 29 April 2021 is the first to say who holds the post.
  ...sitting(
    '2021-04-29T13:00',
    'WYPCC/SEC',
    ['person-mbw', 'register-person', undefined, { name: 'Mark Burns-Williamson OBE' }],
    ['holding-mbw', 'begin-holding', 'WYPCC', { post: 'WYPCC/PCC', person: '$person-mbw' }],
  ),
  // 10 May 2021: the commissioner's functions pass to the Mayor of West Yorkshire.
  ...sitting(
    '2021-05-10T09:30',
    'WYPCC/SEC',
    body('WYCA', 'West Yorkshire Combined Authority', 'localPolicingBody', { from: '10 May 2021' }),
    post('WYCA', 'MAYOR', 'Mayor of West Yorkshire', { from: '10 May 2021' }),
    ...secretary('WYCA'),
    ['end-mbw', 'end-holding', 'WYPCC', { holding: '$holding-mbw', until: '9 May 2021' }],
    ['overseer-WYP', 'change-overseer', 'WYP', { overseenBy: 'WYCA', from: '10 May 2021' }],
    ['overseer-YHROCU', 'change-overseer', 'YHROCU', { overseenBy: 'WYCA', from: '10 May 2021' }],
    ['succession-WYPCC', 'record-succession', 'WYPCC', { successor: 'WYCA', from: '10 May 2021' }],
  ),
  // May 2024: South Yorkshire's Mayor takes the commissioner's functions over.
  ...sitting(
    '2024-05-07T09:30',
    'WYCA/SEC',
    body('SYMCA', 'South Yorkshire Mayoral Combined Authority', 'localPolicingBody'),
    ...secretary('SYMCA'),
    ['overseer-SYP', 'change-overseer', 'SYP', { overseenBy: 'SYMCA', from: 'May 2024' }],
  ),
  ...sitting(
    '2025-05-16T09:00',
    'SYMCA/SEC',
    body('COLLEGE', 'College of Policing', 'other'),
    body('MSOIC', 'Modern Slavery and Organised Immigration Crime Unit', 'other'),
    [
      'alias-MSOIC',
      'add-body-alias',
      'MSOIC',
      { alias: 'Modern Slavery & Organised Immigration Crime Unit', unresolved: true },
    ],
    body('NCCU', 'Immigration Enforcement’s National Command and Control Unit', 'other'),
    ['alias-NCCU', 'add-body-alias', 'NCCU', { alias: 'Command-and-Control Unit' }],
  ),
  // The letter of 26 June 2025 is the first to say who holds the post.
  ...sitting(
    '2025-06-26T14:00',
    'SYMCA/SEC',
    post('SYMCA', 'DM', 'Deputy Mayor for Policing & Crime'),
    ['person-vigurs', 'register-person', undefined, { name: 'Kilvinder Vigurs' }],
    ['holding-vigurs', 'begin-holding', 'SYMCA', { post: 'SYMCA/DM', person: '$person-vigurs' }],
  ),
  ...sitting(
    '2025-11-20T09:00',
    'WYCA/SEC',
    post('WYCA', 'DM', 'Deputy Mayor of West Yorkshire for Policing and Crime'),
    post('YHROCU', 'HEAD', 'Head of YHROCU'),
  ),
  ...sitting(
    '2026-02-05T09:00',
    'WYCA/SEC',
    ['person-lowe', 'register-person', undefined, { name: 'Alison Lowe' }],
    ['holding-lowe', 'begin-holding', 'WYCA', { post: 'WYCA/DM', person: '$person-lowe' }],
    post('YHROCU', 'TSU', 'YHROCU TSU Manager'),
    post('YHROCU', 'SOC', 'YHROCU SOC Coordinator'),
    post('YHROCU', 'ROCTA', 'YHROCU ROCTA Manager'),
    ...FORCES.flatMap((code) => [
      post(code, 'TSU', 'TSU Manager'),
      post(code, 'SOC', 'Head of SOC'),
      post(code, 'SPOC', 'Regional Force SPOC'),
    ]),
    body('NATSOC', 'National SOC portfolio (which body it belongs to is not stated)', 'other'),
    post('NATSOC', 'OFFICER', 'National SOC Portfolio Officer'),
    post('NPCC', 'SOC', 'NPCC SOC Lead'),
  ),
];
