import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directory } from '#domain';
import { openReadModel } from '#read-model';
import {
  ALAN,
  alanBegins,
  ALANS,
  BEA,
  beaBegins,
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  kilvinderBegins,
  recordSymca,
} from '../../../test/support/directory-histories.ts';
import { given, id } from '../../../test/support/given-when-then.ts';
import { comparePositions, LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  CHIEF_CONSTABLE_SYP,
  DEPUTY_MAYOR_SY,
  KILVINDER_VIGURS,
  SYMCA,
  SYP,
  TSU_MANAGER,
  WYCA,
  WYP,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const firstAt = (log: LogOfEvents, type: string): string =>
  (log.events.find((event) => event.type === type)?.metadata as { recordedAt: string }).recordedAt;

describe('The directory', () => {
  it('follows every event of a body, its posts and who holds them', () => {
    const steps = stepByStep(storyOf('directory'), ({ directory: found }) => ({
      body: found.body(SYP),
      posts: found.posts(),
      holdings: found.holdings(),
    }));
    const chief = { id: CHIEF_CONSTABLE_SYP, reference: 'SYP/CC' };
    expect(steps).toMatchObject(
      [
        [
          'BodyRecorded',
          {
            body: { code: 'SYP', name: 'South Yorkshire Constabulary', bodyKind: 'force', overseenBy: WYCA },
            posts: [],
            holdings: [],
          },
        ],
        [
          'BodyRenamed',
          {
            body: {
              name: 'South Yorkshire Police',
              formerNames: ['South Yorkshire Constabulary'],
              nameFrom: { from: '1974-04-01' },
            },
          },
        ],
        [
          'OverseerChanged',
          { body: { overseenBy: SYMCA, overseenFrom: { from: '2024-05-07' }, formerOverseers: [WYCA] } },
        ],
        ['BodyAliasAdded', { body: { aliases: [{ alias: 'S. Yorks Police', isResolved: false }] } }],
        ...correctionsOf('BodyCorrected', { body: { bodyKind: 'other' } }),
        ['PostEstablished', { posts: [{ ...chief, title: 'Chief', body: SYP }] }],
        ['PostRenamed', { posts: [{ ...chief, title: 'Chief Constable', formerTitles: ['Chief'] }] }],
        ['PostAliasAdded', { posts: [{ ...chief, aliases: [{ alias: 'Chief Con', isResolved: false }] }] }],
        ['PostCorrected', { posts: [{ ...chief, title: 'Chief Constable' }] }],
        ['ChairDesignated', { body: { chair: CHIEF_CONSTABLE_SYP } }],
        ['PostEstablished', { posts: [chief, { id: DEPUTY_MAYOR_SY, reference: 'SYP/SEC' }] }],
        ['SecretaryDesignated', { body: { secretary: DEPUTY_MAYOR_SY } }],
        [
          'HoldingBegun',
          {
            holdings: [
              {
                reference: 'SYP/SEC/1',
                post: DEPUTY_MAYOR_SY,
                person: KILVINDER_VIGURS,
                from: { from: '2025-06-01' },
                jointly: true,
              },
            ],
          },
        ],
        ['HoldingEnded', { holdings: [{ until: { from: '2026-01-31' } }] }],
        ['HoldingCorrected', { holdings: [{ from: { from: '2025-06-02' } }] }],
        ['PostEstablished', { posts: [chief, { reference: 'SYP/OLD', id: TSU_MANAGER }, {}] }],
        ['PostAbolished', { posts: [chief, { until: { from: '2026-01-31' } }, {}] }],
        ['BodyAliasRetracted', { body: { aliases: [] } }],
        ['PostAliasRetracted', { posts: [{ ...chief, aliases: [] }, {}, {}] }],
        ['SecretaryDesignated', { body: { secretary: CHIEF_CONSTABLE_SYP } }],
        ['SecretaryDesignationRetracted', { body: { secretary: DEPUTY_MAYOR_SY } }],
        ['ChairDesignated', { body: { chair: DEPUTY_MAYOR_SY } }],
        ['ChairDesignationRetracted', { body: { chair: CHIEF_CONSTABLE_SYP } }],
        ['PostRetracted', { posts: [chief, { reference: 'SYP/SEC' }] }],
        ['HoldingRetracted', { holdings: [] }],
        ['BodySucceeded', { body: { succeededBy: WYP, succeededFrom: { from: '2030-04-01' } } }],
      ].filter(([type]) => type !== undefined),
    );
    // One correction may be several events: each event that said something wrong is named by one.
    function correctionsOf(type: string, last: object): [string, object][] {
      const count = storyOf('directory').events.filter((event) => event.type === type).length;
      return Array.from({ length: count }, (_, n) => [type, n === count - 1 ? last : {}]);
    }
  });

  it('follows every event of a person', () => {
    const steps = stepByStep(storyOf('erasure', 0, storyOf('person')), ({ directory: found }) =>
      found.person(KILVINDER_VIGURS),
    );
    expect(steps[0]).toMatchObject(['PersonRegistered', { name: 'A. Placeholder', placeholder: true, aliases: [] }]);
    expect(steps.filter(([type]) => type === 'PersonDetailsCorrected').at(-1)?.[1]).toMatchObject({
      name: 'B. Placeholder',
    });
    expect(steps.at(-2)).toMatchObject(['PersonAliasAdded', { aliases: ['B. Placehodler'] }]);
    expect(steps.at(-1)).toEqual(['PersonErased', undefined]);
  });

  it('forgets a body that was retracted, but not as it was recorded before', () => {
    const log = storyOf('directory', 1);
    const { directory: found } = projected(log);
    expect(found.bodies()).toEqual([]);
    expect(found.bodies({ recordedBefore: firstAt(log, 'BodyRetracted') })).toMatchObject([{ code: 'WYP' }]);
  });

  it('lists a person who was retracted no more, and knows their name by their id', () => {
    const steps = stepByStep(storyOf('person', 1), ({ directory: found }) => ({
      listed: found.persons().map(({ name, aliases }) => [name, ...aliases]),
      known: found.person(id('a', 92))?.name,
    }));
    const known = 'C. Placeholder';
    expect(steps).toEqual([
      ['PersonRegistered', { listed: [['C. Placeholder']], known }],
      ['PersonAliasAdded', { listed: [['C. Placeholder', 'C. Placehodler']], known }],
      ['PersonAliasRetracted', { listed: [['C. Placeholder']], known }],
      ['PersonRetracted', { listed: [], known }],
    ]);
  });

  it('knows no former name, title or overseer that was one by mistake only', () => {
    const correctionReason = 'It was never called so.';
    const { directory: found } = projected(
      new LogOfEvents().record(
        `directory-${SYMCA}`,
        given(
          directory,
          recordSymca({ overseenBy: WYCA }),
          establishSecretary(),
          enter('rename-body', { name: 'SYCA', from: '2025' }),
          enter('change-overseer', { overseenBy: SYP }),
          enter('rename-post', { post: BOARD_SECRETARY, title: 'Clerk' }),
          enter('correct-body', { name: recordSymca().name, overseenBy: WYCA, clear: ['nameFrom'], correctionReason }),
          enter('correct-post', { post: BOARD_SECRETARY, title: establishSecretary().title, correctionReason }),
        ).events,
      ),
    );
    expect(found.body(SYMCA)).toMatchObject({ name: recordSymca().name, formerNames: [], formerOverseers: [] });
    expect(found.post(BOARD_SECRETARY)).toMatchObject({ title: 'Secretary of the board', formerTitles: [] });
  });

  it('marks what is made up, and no longer once that is corrected', () => {
    const { directory: found } = projected(
      new LogOfEvents().record(
        `directory-${SYMCA}`,
        given(
          directory,
          recordSymca({ illustration: true }),
          establishSecretary({ illustration: true }),
          establishDeputyMayor(),
          alanBegins({ illustration: true }),
          kilvinderBegins(),
          enter('designate-secretary', { post: BOARD_SECRETARY, illustration: true }),
          enter('designate-chair', { post: DEPUTY_MAYOR_SY }),
          enter('add-body-alias', { alias: 'the MCA', illustration: true }),
          enter('correct-body', { clear: ['illustration'], correctionReason: 'The order says so.' }),
          enter('correct-post', { post: DEPUTY_MAYOR_SY, illustration: true, correctionReason: 'Made up.' }),
          enter('correct-holding', { holding: ALANS, clear: ['illustration'], correctionReason: 'It is so.' }),
        ).events,
      ),
    );
    expect(found.body(SYMCA)).toMatchObject({
      illustration: false,
      secretaryIllustration: true,
      aliases: [{ alias: 'the MCA', illustration: true }],
    });
    expect(found.body(SYMCA)).not.toHaveProperty('chairIllustration');
    expect(found.posts().map(({ reference, illustration }) => [reference, illustration])).toEqual([
      ['SYMCA/DM', true],
      ['SYMCA/SEC', true],
    ]);
    expect(found.holdings().map(({ reference, illustration }) => [reference, illustration])).toEqual([
      ['SYMCA/DM/1', false],
      ['SYMCA/SEC/1', false],
    ]);
  });

  it('says who holds a post on a day, and as recorded before an instant', () => {
    const log = new LogOfEvents().record(
      `directory-${SYMCA}`,
      given(
        directory,
        recordSymca(),
        establishSecretary(),
        establishDeputyMayor(),
        alanBegins({ until: '30 June 2025' }),
        beaBegins({ from: '1 July 2025' }),
        kilvinderBegins(),
      ).events,
    );
    const { directory: found } = projected(log);
    expect(found.holdersOn(BOARD_SECRETARY, '2025-06-30')).toEqual([ALAN]);
    expect(found.holdersOn(BOARD_SECRETARY, '2025-07-01')).toEqual([BEA]);
    const second = log.events.filter(({ type }) => type === 'HoldingBegun')[1];
    const recordedBefore = (second?.metadata as { recordedAt: string }).recordedAt;
    expect(found.holdersOn(BOARD_SECRETARY, '2025-07-01', { recordedBefore })).toEqual([]);
    expect(found.holdings({ person: BEA })).toHaveLength(1);
    expect(found.holdings({ body: SYMCA })).toHaveLength(3);
    expect(found.holdings({ body: SYMCA, recordedBefore })).toHaveLength(1);
    expect(found.post(BOARD_SECRETARY)).toMatchObject({ body: SYMCA });
    expect(found.posts({ body: SYP })).toEqual([]);
    expect(found.bodies().map(({ id }) => id)).toEqual([SYMCA]);
    expect(found.bodies({ recordedBefore: firstAt(log, 'BodyRecorded') })).toEqual([]);
  });
});

describe('The names of a person who was erased', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const found = (word: string): string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(word));

  it('are gone from now, from the past, and from the bytes of every file', () => {
    const log = storyOf('person');
    const readModel = openReadModel(folder, comparePositions);
    for (const batch of log.batches(readModel.begin(), 1)) readModel.project(batch);
    expect(found('Placeholder')).not.toEqual([]);

    storyOf('erasure', 0, log);
    for (const batch of log.batches(readModel.begin())) readModel.project(batch);
    expect(readModel.directory.person(KILVINDER_VIGURS)).toBeUndefined();
    expect(readModel.directory.persons({ recordedBefore: firstAt(log, 'PersonErased') })).toEqual([]);
    expect(readModel.references.label('person', KILVINDER_VIGURS)).toBeUndefined();
    expect(found('Placeholder')).toEqual([]);
    expect(found('Placehodler')).toEqual([]);
    expect(found('example.invalid')).toEqual([]);
    readModel.close();
    expect(found('Placeholder')).toEqual([]);
  });

  it('are not in a read model that is made after the erasure either, and it holds the same rows', () => {
    const before = storyOf('erasure', 0, storyOf('person', 0, storyOf('directory')));
    const after = new LogOfEvents();
    // The log has erased the stream of the person.
    after.events.push(...before.events.filter(({ stream }) => !stream.startsWith('person-')));
    const [one, two] = [projected(before), openReadModel(':memory:', comparePositions)];
    two.project(after.batch(after.events));
    expect(two.tableHashes()).toEqual(one.tableHashes());
  });
});
