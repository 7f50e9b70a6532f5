/** What the ids in an answer are called, so that whoever reads it need not ask for each. */

import type { NamedKind } from '#domain';
import type { AsRecorded, Views } from '#read-model';

export interface Name {
  /** As it is printed: `SYP`, `OIC-R1/SYP` */
  readonly reference?: string;
  /** In words: "South Yorkshire Police" */
  readonly name: string;
}

/** What the id in a field is of. Fields are named after what they hold, but for these and their plurals. */
const KINDS: Readonly<Record<string, NamedKind>> = {
  ...{ body: 'body', bodies: 'body', overseer: 'body', publisher: 'body', issuedBy: 'body', ofBody: 'body' },
  ...{ overseenBy: 'body', formerOverseers: 'body', succeededBy: 'body', deliveredWith: 'body' },
  ...{ post: 'post', posts: 'post', chairPost: 'post', convenedBy: 'post', signatoryPost: 'post', supporters: 'post' },
  ...{ apologies: 'post', secretary: 'post', chair: 'post' },
  ...{ person: 'person', persons: 'person', signatoryPerson: 'person' },
  ...{ report: 'report', answersReport: 'report', finding: 'finding', parent: 'finding' },
  ...{ recommendation: 'recommendation', recommendations: 'recommendation' },
  ...{ action: 'action', actions: 'action', openActions: 'action' },
  ...{ document: 'document', stepDocuments: 'document', series: 'series', monitoredAt: 'series', meeting: 'meeting' },
  ...{ escalation: 'escalation', escalations: 'escalation', decision: 'decision' },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @param at the names that were recorded by then */
export function namesIn(
  answer: unknown,
  { references }: Pick<Views, 'references'>,
  at: AsRecorded,
): Record<string, Name> {
  const names: Record<string, Name> = {};
  const visit = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      const kind = KINDS[field];
      if (kind === undefined || value in names || !UUID.test(value)) return;
      const name = references.label(kind, value, at);
      if (name === undefined) return;
      const reference = references.reference(kind, value, at);
      names[value] = reference === undefined ? { name } : { reference, name };
    } else if (Array.isArray(value)) {
      for (const entry of value) visit(entry, field);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
    }
  };
  visit(answer, '');
  return names;
}
