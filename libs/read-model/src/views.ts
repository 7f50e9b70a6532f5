/** Every view there is. */

import { actions } from './actions.ts';
import { commands } from './commands.ts';
import { decisions } from './decisions.ts';
import { directory } from './directory.ts';
import { documents } from './documents.ts';
import { escalations } from './escalations.ts';
import type { QueriesOf } from './generation.ts';
import { links } from './links.ts';
import { meetings } from './meetings.ts';
import { obligations } from './obligations.ts';
import { references } from './references.ts';
import { register } from './register.ts';
import { reports } from './reports.ts';

export const allViews = {
  register,
  actions,
  decisions,
  escalations,
  meetings,
  reports,
  documents,
  directory,
  references,
  links,
  obligations,
  commands,
} as const;

/** The queries of every view, by its name. */
export type Views = QueriesOf<typeof allViews>;
