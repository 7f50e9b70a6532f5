/**
 * A layer can't contradict whoever speaks in it: the local policing body's is its overseer's, the chief officer's and the
 * force's are the answering body's, the inspectorate's is an inspectorate's. Keeping a body's record makes nobody its
 * speaker. (P02, P10, P19.)
 */

import { type Refusal, refuse } from '../decider.ts';
import type { BodyKind } from '../directory/directory.events.ts';
import type { BodyId, EveryCommand } from '../primitives.ts';
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

/** A refusal when nobody is named, and whoever records it is not to be taken for the speaker. */
export function speakerMissing(
  command: EveryCommand & SpeakerFacts & { readonly layer: ClosureLayer },
  recommendation: Raised,
): Refusal | undefined {
  const { decidedByPerson, decidedByPost, decidedByBody, underDecision, layer, by } = command;
  const isNamed = [decidedByPerson, decidedByPost, decidedByBody, underDecision].some((named) => named !== undefined);
  if (isNamed) return undefined;
  const speaks = layer === 'localPolicingBody' ? recommendation.overseer : recommendation.body;
  if (layer === 'inspectorate' || by.body !== speaks) {
    return refuse(
      'speaker-missing',
      'Say who took this position: a person, a post or a body. You record it, but it is not your own body’s.',
    );
  }
  if (command.isSecretary !== true) return undefined;
  return refuse(
    'speaker-missing',
    'Say who took this position: a person, a post or the body. You keep the record of your body, which does not make you its speaker.',
  );
}
