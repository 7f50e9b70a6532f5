/** A record for specs of pages: one report with two findings that fall on two forces, a position and an action. */

import type { Web } from './web.ts';

/** What no page may let through as markup. */
export const HOSTILE = `<script>alert('&"')</script>`;

export async function recordAnsweredReport(web: Web): Promise<void> {
  const must = async (path: string, fields: object): Promise<void> => {
    const answer = await web.post(path, fields);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  };
  for (const [code, name] of [
    ['SYP', 'South Yorkshire Police'],
    ['WYP', 'West Yorkshire Police'],
  ]) {
    await must('/api/bodies/record-body', { code, name, bodyKind: 'force', overseenBy: 'SYMCA' });
  }
  await must('/api/bodies/SYP/establish-post', { postCode: 'ACC', title: 'Assistant Chief Constable' });
  await must('/api/reports/record-report', { code: 'OIC', title: `Organised ${HOSTILE}`, publishedOn: '16 May 2025' });
  const finding = {
    code: 'R1',
    findingKind: 'recommendation',
    label: 'Recommendation 1',
    text: `Tackle it ${HOSTILE}`,
  };
  await must('/api/reports/OIC/register-finding', { ...finding, deadlineAsPrinted: 'By 30 April 2026' });
  await must('/api/reports/OIC/register-finding', {
    ...{ code: 'AFI-A', findingKind: 'areaForImprovement', text: 'Improve it.' },
    subParts: ['a: the quality of plans', 'b: the recording of demand'],
  });
  for (const code of ['R1', 'AFI-A']) {
    await must('/api/reports/OIC/fan-out-finding', { finding: `OIC-${code}`, bodies: ['SYP', 'WYP'] });
  }
  await must('/api/recommendations/OIC-R1%2FSYP/record-position', {
    ...{ layer: 'chiefOfficer', code: 'accepted', words: `I accept ${HOSTILE} all of it`, decidedByPost: 'SYP/ACC' },
    qualifiers: ['as appropriate'],
  });
  await must('/api/recommendations/OIC-R1%2FSYP/assign-action', {
    ...{ title: 'Deliver it', leadPost: 'SYP/ACC', dueOn: '2026-04-30', illustration: true },
  });
  await must('/api/recommendations/OIC-AFI-A%2FSYP/assign-action', {
    ...{ title: 'Write better plans', leadPost: 'SYP/ACC', dueOn: '2026-01-31', subPart: 'a' },
  });
}
