import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const guide = text('docker/README.md');

/** All code, with what is broken over lines put together. */
const code = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => `${folder}/${f}`),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map(text)
  .join('\n')
  .replace(/['`] \+\s+['`]/g, '');

const alarms = guide
  .slice(guide.indexOf('## Alarms'))
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|')[1]?.trim() ?? '');

describe("The operator's guide", () => {
  it('tells alarms by the words in which they are given', () => {
    const ofOthers = /^a (container|certificate) /;
    const given = alarms.filter((alarm) => !ofOthers.test(alarm));
    expect(given.length).toBeGreaterThan(12);
    for (const alarm of given) {
      // “…” stands for what differs; what is in brackets, and what is beside the quotation, is the guide's own.
      const quoted = [...alarm.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
      const said = alarm.startsWith('“') ? quoted.slice(0, 1) : alarm.replace(/ \(.*\)$/, '').split(/…| \/ /);
      for (const words of said.map((part) => part.trim()).filter((part) => part.length > 2)) {
        expect({ words, isSaid: code.includes(words) }).toEqual({ words, isSaid: true });
      }
    }
  });

  it('names the images of the composition, and no others', () => {
    const { services } = parse(text('docker-compose.yml'), { merge: true }) as {
      readonly services: Readonly<Record<string, { readonly image: string }>>;
    };
    const named = [...guide.matchAll(/^\| `([^`]+:\d[^`]*)`/gm)].map(([, image]) => image);
    expect(named.sort()).toEqual([...new Set(Object.values(services).map(({ image }) => image))].sort());
  });

  it('asks for nothing that is not there: scripts, subcommands, ports, settings', () => {
    const { scripts } = JSON.parse(text('package.json')) as { readonly scripts: object };
    for (const [, script = ''] of guide.matchAll(/npm run ([a-z:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [script] of guide.matchAll(/docker\/[a-z-]+\.sh/g)) expect(existsSync(join(root, script))).toBe(true);
    for (const [, name = ''] of guide.matchAll(/npx minutebook ([a-z-]+)/g)) {
      expect({ name, isThere: code.includes(`('${name}`) || code.includes(`'${name}'`) }).toEqual({
        name,
        isThere: true,
      });
    }
    for (const [setting] of guide.matchAll(/\b(?:EVENTSTORE|MINUTEBOOK)_[A-Z_]+[A-Z]\b/g)) {
      if (setting !== 'EVENTSTORE_TEST_URL') expect(code).toContain(setting);
    }
    for (const [, port = ''] of guide.matchAll(/(?:localhost|127\.0\.0\.1):(\d+)/g)) {
      expect(text('docker-compose.yml')).toContain(`127.0.0.1:${port}:`);
    }
  });
});
