import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, leaves, type View } from './view.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const on = { Noted: leaves };
const forms = { topic: { Noted: 1, Ignored: 1 } };

function view(code: string, ddl = 'CREATE TABLE notes (note TEXT)'): View {
  const path = join(folder, 'notes.ts');
  writeFileSync(path, code);
  return {
    name: 'notes',
    file: pathToFileURL(path).href,
    tables: [{ name: 'notes', ddl, order: ['note'] }],
    open: () => ({ on, queries: {} }),
  };
}

describe('The fingerprint of a view', () => {
  const before = (): string => fingerprint(view('// code'), on, forms);

  it('is the same for the same tables, code and histories', () => {
    expect(fingerprint(view('// code'), on, forms)).toBe(before());
    expect(fingerprint(view('// code'), on, { topic: { Noted: 1, Ignored: 2 } })).toBe(before());
  });

  it.each([
    ['its code', () => fingerprint(view('// other code'), on, forms)],
    ['its tables', () => fingerprint(view('// code', 'CREATE TABLE notes (note TEXT, at TEXT)'), on, forms)],
    ['the events it reads', () => fingerprint(view('// code'), { ...on, Ignored: leaves }, forms)],
    ['the form of an event it reads', () => fingerprint(view('// code'), on, { topic: { Noted: 2, Ignored: 1 } })],
  ])('changes with %s', (_what, changed) => {
    expect(changed()).not.toBe(before());
  });
});
