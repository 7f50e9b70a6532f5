import { describe, expect, it } from '@jest/globals';
import { STORIES } from '../../../test/history/stories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import { projected, storyOf } from '../../../test/support/projected.ts';

const log = Object.keys(STORIES).reduce((all, category) => storyOf(category, 0, all), new LogOfEvents());
const commandIdOf = ({ metadata }: { metadata: object }): string => (metadata as { commandId: string }).commandId;

describe('The stream of a command', () => {
  it('is known of every event but claims to codes, and nothing is left of a person who was erased', () => {
    const { commands } = projected(log);
    const erased = new Set(
      log.events.filter(({ type }) => type === 'PersonErased').map(({ data }) => (data as { person: string }).person),
    );
    expect(erased.size).toBeGreaterThan(0);
    for (const event of log.events) {
      const [category = '', id = ''] = [
        event.stream.split('-', 1)[0],
        event.stream.slice(event.stream.indexOf('-') + 1),
      ];
      const isForgotten = category === 'code' || (category === 'person' && erased.has(id));
      expect(commands.streamOf(commandIdOf(event))).toBe(isForgotten ? undefined : event.stream);
    }
  });

  it('is not kept of what a policy commands', () => {
    const byPolicy = new LogOfEvents();
    storyOf('report', 0, byPolicy);
    byPolicy.events.splice(
      0,
      byPolicy.events.length,
      ...byPolicy.events.map((event) => ({
        ...event,
        metadata: { ...event.metadata, recordedBy: { policy: 'raise-recommendations', body: 'x' } },
      })),
    );
    const { commands } = projected(byPolicy);
    expect(byPolicy.events.map((event) => commands.streamOf(commandIdOf(event)))).not.toContainEqual(expect.anything());
  });

  it('of an unknown command is none', () => {
    expect(projected(log).commands.streamOf('none')).toBeUndefined();
  });
});
