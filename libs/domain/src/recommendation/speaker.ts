/**
 * A layer can't contradict whoever speaks in it: the local policing body's is its overseer's, the chief officer's and the
 * force's are the answering body's, the inspectorate's is an inspectorate's. Keeping a body's record makes nobody its
 * speaker. (P02, P10, P19.)
 */

import type { Attribution } from '../corrections.ts';
import { type Refusal, refuse, same } from '../decider.ts';
import type { BodyKind } from '../directory/directory.events.ts';
import { type BodyId, type EveryCommand, namesSomebody } from '../primitives.ts';
import { LAYER_WORDS } from '../words.ts';
import type { ClosureLayer } from './recommendation.events.ts';
import type { Raised } from './recommendation.state.ts';

/** What the directory says of the body that spoke, or whose post did. */
export interface Speaker {
  readonly body: BodyId;
  readonly name: string;
  readonly bodyKind: BodyKind;
  /** Of the body that answers: its kind, and who oversees it by now, which may be the successor of who did. */
  readonly answering: { readonly bodyKind: BodyKind; readonly overseenBy?: BodyId };
}

/** Gathered before it is decided. */
export interface SpeakerFacts {
  /** Absent when no body and no post is named. */
  readonly speaker?: Speaker;
  /** Whoever records it does so as the secretary of their body. */
  readonly isSecretary?: boolean;
}

/** A refusal when the body that spoke has no voice in the layer. */
export function misspoken(layer: ClosureLayer, { speaker }: SpeakerFacts, recommendation: Raised): Refusal | undefined {
  if (speaker === undefined || hasVoice(layer, speaker, recommendation)) return undefined;
  return refuse(
    'speaker-of-another-body',
    `${speaker.name} can’t speak as the ${LAYER_NAMES[layer]} on ${recommendation.reference}. ${EXPECTED[layer]}, or choose the layer of whoever spoke.`,
    [{ kind: 'body', id: speaker.body, label: speaker.name }],
  );
}

/** Whether a correction changes the layer or who spoke in it: what it leaves alone is not judged again. */
export function isSpokenAnew(was: Spoken, is: Spoken): boolean {
  return was.layer !== is.layer || !same(was.decidedBy, is.decidedBy);
}

interface Spoken extends Attribution {
  readonly layer: ClosureLayer;
}

function hasVoice(layer: ClosureLayer, { body, bodyKind, answering }: Speaker, { overseer, ...own }: Raised): boolean {
  switch (layer) {
    case 'localPolicingBody':
      if (body === overseer || body === answering.overseenBy) return true;
      return overseer === undefined && answering.overseenBy === undefined && bodyKind === 'localPolicingBody';
    case 'chiefOfficer':
    case 'force':
      // For a unit of several forces one of them may speak, such as its lead force.
      return body === own.body || (answering.bodyKind !== 'force' && bodyKind === 'force');
    case 'inspectorate':
      return bodyKind === 'inspectorate';
    case 'subject':
      return true;
  }
}

const LAYER_NAMES: Readonly<Record<ClosureLayer, string>> = { ...LAYER_WORDS, force: 'force', subject: 'subject' };

const EXPECTED: Readonly<Record<ClosureLayer, string>> = {
  localPolicingBody: 'Give a post of the local policing body that oversees it, or that body, as the one who decided',
  chiefOfficer: 'Give the chief officer of the body that answers, as a post, as the one who decided',
  force: 'Give a post of the force that answers, or that force, as the one who decided',
  inspectorate: 'Give the inspectorate, or a post of it, as the one who decided',
  subject: 'Give the subject as the one who decided',
};

/** A refusal when nobody is named, and whoever records it is of another body. @param did "took this position" */
export function unspoken(
  did: string,
  command: EveryCommand & { readonly layer: ClosureLayer },
  recommendation: Raised,
): Refusal | undefined {
  const speaks = command.layer === 'localPolicingBody' ? recommendation.overseer : recommendation.body;
  if (namesSomebody(command) || (command.layer !== 'inspectorate' && command.by.body === speaks)) return undefined;
  return refuse(
    'speaker-missing',
    `Say who ${did}: a person, a post or a body. You record it, but it is not your own body’s.`,
  );
}

/** A refusal when nobody is named, and whoever records it keeps the record of their body. */
export function kept(command: EveryCommand & SpeakerFacts): Refusal | undefined {
  if (namesSomebody(command) || command.isSecretary !== true) return undefined;
  return refuse(
    'speaker-missing',
    'Say who took this position: a person, a post or the body. You keep the record of your body, which does not make you its speaker.',
  );
}
