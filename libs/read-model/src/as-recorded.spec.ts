/** What was known then is what the lists said then: asked as recorded by any event, they say what they said after it. */

import { describe, expect, it } from '@jest/globals';
import type { AsRecorded, ReadModel } from '#read-model';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const CATEGORIES = [
  ...['directory', 'person', 'report', 'document', 'series', 'meeting'],
  ...['recommendation', 'escalation', 'decision'],
];
const log = CATEGORIES.reduce((told, category) => storyOf(category, 0, told), new LogOfEvents());
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const ids = [...new Set(log.events.flatMap(({ data }) => JSON.stringify(data).match(uuid) ?? []))];
const NAMED = [
  ...(['body', 'post', 'person', 'holding', 'report', 'finding', 'document', 'recommendation', 'action'] as const),
  ...(['series', 'meeting', 'escalation', 'decision'] as const),
];

const LISTS: Readonly<Record<string, (model: ReadModel, at: AsRecorded) => unknown>> = {
  register: ({ register }, at) => register.list(at),
  actions: ({ actions }, at) => actions.list(at),
  reports: ({ reports }, at) => ids.flatMap((id) => [reports.get(id, at), reports.coverage(id, at)]),
  'responses to reports': ({ reports }, at) => ids.map((id) => reports.section55(id, at)),
  documents: ({ documents }, at) => documents.list(at),
  decisions: ({ decisions }, at) => [decisions.list(at), decisions.list({ ...at, status: 'retracted' })],
  'changes not carried out': ({ decisions }, at) => decisions.notCarriedOut(at),
  escalations: ({ escalations }, at) => [escalations.list(at), escalations.list({ ...at, status: 'retracted' })],
  meetings: ({ meetings }, at) => [meetings.list(at), ids.map((id) => meetings.get(id, at))],
  series: ({ meetings }, at) => [meetings.listSeries(at), meetings.listSeries({ ...at, status: 'retracted' })],
  bodies: ({ directory }, at) => directory.bodies(at),
  posts: ({ directory }, at) => directory.posts(at),
  holdings: ({ directory }, at) => directory.holdings(at),
  people: ({ directory }, at) => directory.persons(at),
  names: ({ references }, at) =>
    NAMED.map((kind) => ids.map((id) => [references.label(kind, id, at), references.reference(kind, id, at)])),
};

describe('As recorded by any event', () => {
  const full = projected(log);

  it.each(Object.keys(LISTS))('%s say what they said after it', (name) => {
    const ask = LISTS[name] as (typeof LISTS)[string];
    const steps = stepByStep(log, (model) => ask(model, {}));
    expect(new Set(steps.map(([, said]) => JSON.stringify(said))).size).toBeGreaterThan(1);
    steps.forEach(([type, said], n) => {
      const { recordedAt } = log.events[n]?.metadata as { recordedAt: string };
      const recordedBefore = new Date(Date.parse(recordedAt) + 1).toISOString();
      expect([type, ask(full, { recordedBefore })]).toEqual([type, said]);
    });
  });
});
