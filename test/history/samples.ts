/** The stored samples, as files and as forms. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainEvent } from '#domain';
import type { Aggregate } from './recorded.ts';

/** Those of an aggregate, each under the name of its form. */
export function samplesOf(category: string): Map<string, DomainEvent> {
  const folder = join(import.meta.dirname, category);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as DomainEvent,
    ]),
  );
}

export function sampleOf(samples: ReadonlyMap<string, DomainEvent>, form: string): DomainEvent {
  const sample = samples.get(form);
  if (!sample) throw new Error(`There is no sample of ${form}.`);
  return sample;
}

/** Every form there is: `PositionRecorded`, and `PositionRecorded.2` once it has a second. */
export function formsOf({ forms }: Aggregate): string[] {
  return Object.entries(forms).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, index) => formName(type, index + 1)),
  );
}

export function formName(type: string, version: number): string {
  return version === 1 ? type : `${type}.${String(version)}`;
}

/** A form's version: 1, or what its name ends with. */
export function versionOf(form: string): number {
  return Number(/\.(\d+)$/.exec(form)?.[1] ?? 1);
}
