/** Where the pages are that show things. */

import type { ReadModel } from '#read-model';
import { paths } from '../paths.ts';

export interface LabelledLink {
  readonly label: string;
  /** Absent when it has no page yet. */
  readonly href: string | undefined;
}

export function addressOfRecommendation(id: string, { references }: Pick<ReadModel, 'references'>): string {
  return paths.recommendation({ reference: references.reference('recommendation', id) ?? id });
}

/** The place of an action in the page of the recommendation that is its home. */
export function placeOfAction(id: string): string {
  return `action-${id}`;
}

/** What stands in the way of a command, each with the page where it can be dealt with. */
export function linkTo(
  { kind, id, label }: { readonly kind: string; readonly id: string; readonly label: string },
  readModel: Pick<ReadModel, 'references'>,
): LabelledLink {
  if (kind === 'recommendation') return { label, href: addressOfRecommendation(id, readModel) };
  const home = kind === 'action' ? readModel.references.home('action', id) : undefined;
  if (home === undefined) return { label, href: undefined };
  return { label, href: `${addressOfRecommendation(home, readModel)}#${placeOfAction(id)}` };
}
