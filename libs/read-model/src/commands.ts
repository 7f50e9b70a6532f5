/** Which stream each command of a person was recorded in, so that its id is not taken for another command's. */

import { AGGREGATES, type DomainEvent } from '#domain';
import type { Recorded } from './log-event.ts';
import { trailTable } from './recorded-table.ts';
import type { View } from './view.ts';

export interface CommandQueries {
  /** The stream that holds what the command recorded: `<category>-<uuid>`. Undefined when it recorded nothing. */
  streamOf(commandId: string): string | undefined;
}

interface UsedId {
  commandId: string;
  stream: string;
}

const usedTable = trailTable<UsedId>('command_streams', ['commandId', 'stream'], {
  commandId: 'text',
  stream: 'text',
});

/** A claim to a code is a part of the command that needs the code, and names it. */
const { code: _claims, ...categories } = AGGREGATES;
const types = Object.values(categories).flatMap(({ forms }) => Object.keys(forms));

export const commands: View<CommandQueries> = {
  name: 'commands',
  file: import.meta.url,
  tables: usedTable.stored,
  open: (database) => {
    const used = usedTable.open(database);
    const add = ({ stream, metadata }: Recorded<DomainEvent>): void => {
      const { commandId, recordedBy } = metadata as { commandId: string; recordedBy: { policy?: string } };
      // A policy derives its ids from what it acts upon: they can't be meant for anything else.
      if (recordedBy.policy === undefined) used.add({ commandId, stream });
    };
    const erase = (event: Recorded<DomainEvent>): void => {
      const { person } = event.data as { person: string };
      database.statement(`DELETE FROM ${usedTable.from} WHERE stream = ?`).run(`person-${person}`);
      add(event);
    };
    return {
      on: { ...Object.fromEntries(types.map((type) => [type, add])), PersonErased: erase },
      queries: {
        streamOf: (commandId) =>
          database.find<UsedId>(`SELECT stream FROM ${usedTable.from} WHERE commandId = ? LIMIT 1`, commandId)?.stream,
      },
    };
  },
};
