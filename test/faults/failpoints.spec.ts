import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

it('production code knows nothing of places where it can be made to fail', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = ['apps', 'libs'].flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, place, file)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /failpoint|MINUTEBOOK_TEST/i.test(readFileSync(file, 'utf8')))).toEqual([]);
});
