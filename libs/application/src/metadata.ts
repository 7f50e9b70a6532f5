import { hash } from 'node:crypto';
import type { Actor } from '#domain';
import type { JsonObject } from '#event-store';

/** How the author of an event was known when it was recorded. Replay shows it. */
export type Authentication = 'claimed-local' | 'cli' | 'oidc' | 'policy';

/** What machines need to know of an event. No rule decides on it. */
export interface EventMetadata {
  /** ISO 8601, UTC. Never before the last event of the same stream. */
  readonly recordedAt: string;
  readonly recordedBy: {
    readonly person?: string;
    readonly post?: string;
    readonly body: string;
    readonly policy?: string;
  };
  readonly commandId: string;
  /** SHA-256 of the command's content: the same id with other content is refused. */
  readonly commandHash: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly schemaVersion: number;
  readonly authentication: Authentication;
}

export function recorderOf(actor: Actor): EventMetadata['recordedBy'] {
  return actor.kind === 'person'
    ? { person: actor.person, post: actor.post, body: actor.body }
    : { policy: actor.policy, body: actor.body };
}

export function metadataOf(event: { readonly metadata: JsonObject }): EventMetadata {
  return event.metadata as unknown as EventMetadata;
}

/** The same for the same content, whatever the order of the fields. */
export function contentHash(content: unknown): string {
  return hash('sha256', canonical(content), 'hex');
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let fields = '';
  for (const name of Object.keys(value).sort()) {
    const field = (value as Record<string, unknown>)[name];
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${canonical(field)}`;
  }
  return `{${fields}}`;
}
