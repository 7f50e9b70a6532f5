import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  objectionsOfLint,
  objectionsOfTypes,
  objectionsToImpurity,
  objectionsToImports,
  plant,
  root,
  type Objection,
  type PlantedCode,
} from './planted-code.ts';

const PATIENCE_MS = 120_000;

/** A sound skeleton: every layer uses the one below in a way that is allowed. */
const sound = {
  'libs/domain/src/index.ts': `export * from './rule.ts';`,
  'libs/domain/src/rule.ts': `export interface Fact {\n  readonly what: string;\n}\nexport const rule = (fact: Fact): string => fact.what;`,
  'libs/domain/src/rule.spec.ts': `import { it } from '@jest/globals';\nimport { setTimeout } from 'node:timers/promises';\nimport { rule } from './rule.ts';\nit('waits', async () => {\n  await setTimeout(1);\n  rule({ what: new Date().toISOString() });\n});`,
  'libs/event-store/src/index.ts': `export * from './sqlite.ts';`,
  'libs/event-store/src/sqlite.ts': `import { DatabaseSync } from 'node:sqlite';\nimport type { Fact } from '#domain';\nexport interface Batch {\n  readonly facts: readonly Fact[];\n}\nexport const open = (): DatabaseSync => new DatabaseSync(':memory:');`,
  'libs/read-model/src/index.ts': `import type { Batch } from '#event-store';\nexport const count = (batch: Batch): number => batch.facts.length;`,
  'libs/application/src/index.ts': `import { Injectable } from '@nestjs/common';\nimport { map } from 'rxjs';\nimport { rule } from '#domain';\nimport { open } from '#event-store';\nimport { count } from '#read-model';\n@Injectable()\nexport class Shell {\n  all = [rule, open, count, map];\n}`,
  'libs/reminders/src/index.ts': `export { Shell } from '#application';`,
  'apps/web/src/main.ts': `import { Shell } from '#reminders';\nexport const shell = new Shell();`,
  'apps/web/src/pages/register/page.ts': `export const title = 'Register';`,
  'apps/cli/src/main.ts': `export const help = 'help';`,
  'test/support/clock.ts': `export const clock = (): Date => new Date();`,
};

const forbiddenImports: readonly [rule: string, file: string, code: string][] = [
  ['domain-is-pure', 'libs/domain/src/nest.ts', `import { Injectable } from '@nestjs/common';\nexport { Injectable };`],
  ['domain-is-pure', 'libs/domain/src/package.ts', `import { v5 } from 'uuid';\nexport { v5 };`],
  ['domain-is-pure', 'libs/domain/src/crypto.ts', `import { createHash } from 'node:crypto';\nexport { createHash };`],
  [
    'domain-is-pure',
    'libs/domain/src/upward-type.ts',
    `import type { Batch } from '#event-store';\nexport type B = Batch;`,
  ],
  ['direction-of-domain', 'libs/domain/src/upward.ts', `import { count } from '#read-model';\nexport { count };`],
  ['direction-of-domain', 'libs/domain/src/upward.spec.ts', `import { open } from '#event-store';\nopen();`],
  [
    'direction-of-event-store',
    'libs/event-store/src/aside.ts',
    `import { count } from '#read-model';\nexport { count };`,
  ],
  [
    'direction-of-read-model',
    'libs/read-model/src/up-type.ts',
    `import type { Shell } from '#application';\nexport type S = Shell;`,
  ],
  ['direction-of-application', 'libs/application/src/up.ts', `import { Shell } from '#reminders';\nexport { Shell };`],
  [
    'read-model-knows-only-the-form-of-the-log',
    'libs/read-model/src/log.ts',
    `import { open } from '#event-store';\nexport { open };`,
  ],
  ['library-has-its-place', 'libs/stray/src/index.ts', `import { rule } from '#domain';\nexport { rule };`],
  [
    'libs-not-to-apps',
    'libs/application/src/app.ts',
    `import { help } from '../../../apps/cli/src/main.ts';\nexport { help };`,
  ],
  [
    'libs-by-index',
    'libs/application/src/deep.ts',
    `import { rule } from '../../domain/src/rule.ts';\nexport { rule };`,
  ],
  ['libs-by-index', 'test/journeys/deep.ts', `import { rule } from '../../libs/domain/src/rule.ts';\nexport { rule };`],
  ['not-to-unresolvable', 'apps/cli/src/deep-name.ts', `import { rule } from '#domain/src/rule.ts';\nexport { rule };`],
  ['not-across-apps', 'apps/web/src/across.ts', `import { help } from '../../cli/src/main.ts';\nexport { help };`],
  [
    'pages-apart',
    'apps/web/src/pages/history/page.ts',
    `import { title } from '../register/page.ts';\nexport { title };`,
  ],
  [
    'test-support-only-in-tests',
    'apps/cli/src/clock.ts',
    `import { clock } from '../../../test/support/clock.ts';\nexport { clock };`,
  ],
  ['no-spec-is-imported', 'libs/domain/src/other.spec.ts', `import './rule.spec.ts';`],
  [
    'nest-stays-above',
    'libs/read-model/src/nest.ts',
    `import { Injectable } from '@nestjs/common';\nexport { Injectable };`,
  ],
  [
    'sqlite-stays-below',
    'apps/cli/src/database.ts',
    `import { DatabaseSync } from 'node:sqlite';\nexport { DatabaseSync };`,
  ],
  ['one-door-to-the-event-store-client', 'libs/event-store/src/client.ts', `import '@eventstore/db-client';`],
  ['one-door-to-the-event-store-client', 'test/journeys/client.ts', `import '@eventstore/db-client';`],
  ['no-development-package', 'libs/application/src/check.ts', `import fc from 'fast-check';\nexport { fc };`],
  ['no-undeclared-package', 'apps/web/src/undeclared.ts', `import { __assign } from 'tslib';\nexport { __assign };`],
  [
    'no-cycles',
    'libs/domain/src/circle.ts',
    `import { half } from './half-circle.ts';\nexport const whole = (): unknown => half;`,
  ],
];

const forbiddenCode: readonly [rule: string, file: string, code: string][] = [
  ['no-restricted-globals', 'libs/domain/src/date.ts', `export const now = (): number => Date.now();`],
  ['no-restricted-globals', 'libs/domain/src/new-date.ts', `export const now = (): unknown => new Date();`],
  ['no-restricted-globals', 'libs/domain/src/global.ts', `export const all = (): unknown => globalThis;`],
  ['no-restricted-properties', 'libs/domain/src/chance.ts', `export const chance = (): number => Math.random();`],
  ['no-restricted-syntax', 'libs/domain/src/await.ts', `export async function later(): Promise<void> {}`],
  ['no-restricted-syntax', 'libs/domain/src/enum.ts', `export enum Status {\n  Open,\n}`],
  [
    'no-restricted-syntax',
    'libs/read-model/src/field.ts',
    `export class View {\n  constructor(readonly name: string) {}\n}`,
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    'libs/read-model/src/type.ts',
    `import { Batch } from '#event-store';\nexport const none = (batch: Batch): number => batch.facts.length;`,
  ],
  ['no-restricted-syntax', 'libs/application/src/name.ts', `export class RecordManager {}`],
  [
    '@typescript-eslint/no-floating-promises',
    'apps/cli/src/floating.ts',
    `const later = async (): Promise<void> => {};\nlater();`,
  ],
  [
    '@typescript-eslint/no-misused-promises',
    'apps/cli/src/misused.ts',
    `const later = async (): Promise<boolean> => true;\nif (later()) throw new Error();`,
  ],
];

const notInTheDomain: readonly [what: string, file: string, code: string][] = [
  ['process', 'libs/domain/src/uses-process.ts', `export const home = process.env;`],
  ['console', 'libs/domain/src/uses-console.ts', `console.log('here');`],
  ['fetch', 'libs/domain/src/uses-fetch.ts', `export const got = fetch;`],
  ['setTimeout', 'libs/domain/src/uses-timer.ts', `setTimeout(() => {}, 1);`],
  ['crypto', 'libs/domain/src/uses-crypto.ts', `export const id = crypto.randomUUID;`],
  [
    'a constructor parameter property',
    'libs/domain/src/uses-property.ts',
    `export class Rule {\n  constructor(readonly name: string) {}\n}`,
  ],
];

const plantedFiles = [...forbiddenImports, ...forbiddenCode, ...notInTheDomain].map(([, file, code]) => [file, code]);

const withoutDoubles = (objections: readonly Objection[]): Objection[] => [
  ...new Map(objections.map((objection) => [JSON.stringify(objection), objection])).values(),
];

describe('The rules hold in this code', () => {
  it('as far as imports go', () => expect(objectionsToImports(root)).toEqual([]), PATIENCE_MS);

  it('as far as the domain is pure', () => expect(objectionsOfTypes(root)).toEqual([]), PATIENCE_MS);

  it(
    'as far as the domain takes time and chance from outside and never waits',
    () => expect(objectionsToImpurity(root)).toEqual([]),
    PATIENCE_MS,
  );
});

describe('The checkers are not blind', () => {
  let planted: PlantedCode;
  let imports: Objection[];
  let lint: Objection[];
  let impurity: Objection[];
  let types: Objection[];

  beforeAll(() => {
    planted = plant({
      ...sound,
      'libs/domain/src/half-circle.ts': `import { whole } from './circle.ts';\nexport const half = (): unknown => whole;`,
      ...(Object.fromEntries(plantedFiles) as Record<string, string>),
    });
    imports = objectionsToImports(planted.folder);
    lint = objectionsOfLint(planted.folder);
    impurity = objectionsToImpurity(planted.folder);
    types = objectionsOfTypes(planted.folder);
  }, PATIENCE_MS);

  afterAll(() => planted.remove());

  it.each(forbiddenImports)('%s is enforced on %s', (rule, file) => {
    expect(withoutDoubles(imports)).toContainEqual({ file, rule });
  });

  it.each(forbiddenCode)('%s is enforced on %s', (rule, file) => {
    expect(lint).toContainEqual({ file, rule });
  });

  it('the quick look at the domain sees what the whole lint sees', () => {
    const impure = forbiddenCode.filter(
      ([rule, file]) => /^no-restricted/.test(rule) && file.startsWith('libs/domain/'),
    );
    for (const [rule, file] of impure) expect(impurity).toContainEqual({ file, rule });
  });

  it.each(notInTheDomain)('%s does not exist in the domain', (_what, file) => {
    expect(types.map((objection) => objection.file)).toContain(file);
  });

  it('and sound code is left alone', () => {
    const objections = [...imports, ...lint, ...types].filter(({ file }) => file in sound);
    expect(objections).toEqual([]);
  });
});
