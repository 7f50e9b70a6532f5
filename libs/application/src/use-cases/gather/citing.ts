/** What rests on an item: asked before it is retracted. */

import { type Blocker, citesStill, type Raised, type RecordedDecision, workAt, yetToName } from '#domain';
import type { Facts } from '../../facts.ts';

/** More are not told one by one. */
const CITED_MAX = 20;

/** The decisions made at a meeting and the escalations raised there, or the decisions about an escalation: as far as they stand. */
export async function citing(
  { meeting, about }: { meeting?: string; about?: string },
  facts: Facts,
): Promise<{ citedBy: Blocker[] }> {
  const { decisions, escalations, references } = await facts.lists();
  const blockers = (kind: 'decision' | 'escalation', items: readonly { readonly id: string }[]): Blocker[] =>
    items.map(({ id }) => ({ kind, id, label: references.label(kind, id) ?? id }));
  const decided = decisions.list({ meeting, about, size: CITED_MAX }).items;
  const raisedThere = meeting === undefined ? [] : escalations.list({ from: meeting, size: CITED_MAX }).items;
  return {
    citedBy: [...blockers('decision', decided), ...blockers('escalation', raisedThere)],
  };
}

/** The documents that are recorded as answering a report. */
export async function answering(report: string, facts: Facts): Promise<{ answeredBy: Blocker[] }> {
  const { documents, references } = await facts.lists();
  const { items } = documents.list({ answersReport: report, size: CITED_MAX });
  return {
    answeredBy: items.map(({ id, title }) => ({
      kind: 'document',
      id,
      label: references.reference('document', id) ?? `“${title}”`,
    })),
  };
}

/**
 * What names a series as it stands: its meetings, the escalations from or to it, the actions it leads or reviews, and the
 * decisions that have yet to assign one. What was recorded in error names nothing.
 */
export async function namingSeries(series: string, facts: Facts): Promise<{ namedBy: Blocker[] }> {
  const uses = await facts.uses('series', series);
  const standing = uses.map(async (use): Promise<readonly Blocker[]> => {
    const { kind, id } = use;
    if (kind === 'recommendation') return workAt(await facts.state<Raised>(kind, id), series);
    if (kind === 'decision') return yetToName(await facts.state<RecordedDecision>(kind, id), series) ? [use] : [];
    const { status } = await facts.state<{ status?: string }>(kind, id);
    return status === 'retracted' ? [] : [use];
  });
  return { namedBy: (await Promise.all(standing)).flat() };
}

/** Where documents are cited. */
const CITING = ['recommendation', 'report', 'decision', 'escalation', 'meeting'] as const;

/** What cites a document, as it stands: the lists say where to look, the streams what still does. */
export async function citingDocument(document: string, facts: Facts): Promise<{ citedBy: Blocker[] }> {
  const { links, references } = await facts.lists();
  const citedBy: Blocker[] = [];
  for (const id of links.citing(document)) {
    const kind = CITING.find((one) => references.label(one, id) !== undefined);
    if (kind === undefined) continue;
    const { status } = await facts.state<{ status?: string }>(kind, id);
    const isInError = status === 'retracted' || status === 'raisedInError';
    if (isInError || !citesStill(await facts.events(kind, id), document)) continue;
    citedBy.push({ kind, id, label: references.reference(kind, id) ?? references.label(kind, id) ?? id });
  }
  return { citedBy };
}
