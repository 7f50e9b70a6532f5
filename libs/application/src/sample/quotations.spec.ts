import { describe, expect, it } from '@jest/globals';
import { DIRECTORY_STEPS } from './directory.steps.ts';
import { OIC_STEPS } from './oic.steps.ts';
import { PASSAGES } from './passages.ts';
import { ROCU21_STEPS } from './rocu21.steps.ts';
import type { Step } from './step.ts';
import { ILLUSTRATION_STEPS, YHSOC_STEPS } from './yhsoc.steps.ts';

const STEPS = [...DIRECTORY_STEPS, ...ROCU21_STEPS, ...OIC_STEPS, ...YHSOC_STEPS, ...ILLUSTRATION_STEPS];

/** What histories and lists show as somebody's own words. */
const QUOTED = [
  'words',
  'qualifiers',
  'outcome',
  'alternatives',
  'question',
  'dueAsPrinted',
  'deadlineAsPrinted',
  'label',
  'text',
  'subParts',
  'addressees',
  'dateAsWritten',
  'ownReference',
  'cadence',
  'signatoryCapacity',
  'decidedByCapacity',
  'alias',
];
/** These are as printed in some use cases, and ours in others: the number of a decision, the title of an action. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'record-document': ['title'],
  'record-report': ['title'],
  'record-finding-label': ['number'],
};

/** Each quotation of a step, with the document it is quoted from where the step cites one. */
const quotations = STEPS.filter(({ fields }) => fields['illustration'] !== true).flatMap((step) =>
  [...QUOTED, ...(ALSO[step.name] ?? [])].flatMap((field) =>
    ([step.fields[field] ?? []] as (string | string[])[]).flat().map((words) => ({
      where: `${step.key} ${field}`,
      words: words.replace(/^[a-z]: /, ''),
      from: citedIn(step),
    })),
  ),
);

function citedIn({ name, fields }: Step): string | undefined {
  return (name === 'record-document' ? fields['code'] : fields['document']) as string | undefined;
}

function isPrinted(words: string, from: string | undefined): boolean {
  const passages = from === undefined ? Object.values(PASSAGES) : [PASSAGES[from] ?? []];
  return passages.flat().some(([, text]) => text.includes(words));
}

describe('what the sample quotes', () => {
  it('stands word for word in the document cited, unless it is made up or says that it is in our words', () => {
    const unfounded = quotations.filter(
      ({ words, from }) => !words.includes('(in our words') && !isPrinted(words, from),
    );
    expect(unfounded).toEqual([]);
    expect(quotations.length).toBeGreaterThan(80);
  });

  it('is dated no earlier than the document: no letter speaks before it is recorded', () => {
    const recorded = new Map<unknown, string>();
    for (const { name, at, fields } of STEPS) if (name === 'record-document') recorded.set(fields['code'], at);
    for (const { key, at, fields } of STEPS) {
      const from = fields['document'];
      if (from !== undefined) expect([key, at >= (recorded.get(from) ?? 'never')]).toEqual([key, true]);
    }
  });
});
