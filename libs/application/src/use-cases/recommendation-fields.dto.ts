/**
 * What is said of a recommendation, whether a command says it or a decision changes it: the same fields, with the same
 * checks and the same words, on whatever else the one or the other carries.
 */

import {
  CLOSURE_CODES,
  CLOSURE_LAYERS,
  CLOSURE_LEVELS,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  DATE_BASES,
  type DateBasis,
  type Layer,
  LAYERS,
  POSITION_CODES,
  type PositionCode,
} from '#domain';
import { DateWords, Flag, OneOf, Optional, Reference, References, Words, WordsList } from './fields.ts';

type Dto<Fields> = abstract new () => Fields;
type With<Base, Fields> = new () => Base & Fields;

export function PositionFieldsOn<Base extends object>(base: Dto<Base>) {
  class PositionFields extends (base as Dto<object>) {
    /** Who speaks */
    @OneOf(LAYERS)
    layer!: Layer;

    /** The letter of the sub-part meant; the whole recommendation when left out */
    @Optional()
    @Words(10)
    subPart?: string;

    /** What is said; left out when the words carry none of these */
    @Optional()
    @OneOf(POSITION_CODES)
    code?: PositionCode;

    /** The exact words */
    @Words(10_000)
    words!: string;

    /** The document quoted */
    @Optional()
    @Reference('document')
    document?: string;

    /** Limits on the position, quoted */
    @Optional()
    @WordsList()
    qualifiers?: string[];

    /** Why; rejecting and "not applicable" need it */
    @Optional()
    @Words()
    reason?: string;
  }
  return PositionFields as unknown as With<Base, PositionFields>;
}

export function LeadFieldsOn<Base extends object>(base: Dto<Base>) {
  class LeadFields extends (base as Dto<object>) {
    /** The post that answers for it */
    @Optional()
    @Reference('post')
    leadPost?: string;

    /** The forum that answers for it */
    @Optional()
    @Reference('series')
    leadForum?: string;

    /** The body that answers for it */
    @Optional()
    @Reference('body')
    leadBody?: string;

    /** The source names nobody */
    @Optional()
    @Flag()
    leadNotNamed?: boolean;
  }
  return LeadFields as unknown as With<Base, LeadFields>;
}

export function DueFieldsOn<Base extends object>(base: Dto<Base>) {
  class DueFields extends (base as Dto<object>) {
    /** The day it is due */
    @Optional()
    @DateWords()
    dueOn?: string;

    /** Where the date comes from; a new date is agreed locally when this is left out */
    @Optional()
    @OneOf(DATE_BASES)
    basis?: DateBasis;

    /** No date is given */
    @Optional()
    @Flag()
    dueNoneGiven?: boolean;

    /** When an action without a date must be looked at */
    @Optional()
    @DateWords()
    reviewBy?: string;

    /** The words the source uses for the date, or instead of one */
    @Optional()
    @Words(200)
    dueAsPrinted?: string;
  }
  return DueFields as unknown as With<Base, DueFields>;
}

export function ActionFieldsOn<Base extends object>(base: Dto<Base>) {
  class ActionFields extends (DueFieldsOn(LeadFieldsOn(base)) as Dto<object>) {
    /** What is to be done */
    @Words(500)
    title!: string;

    /** The letter of the sub-part it serves */
    @Optional()
    @Words(10)
    subPart?: string;

    /** Posts that help */
    @Optional()
    @References('post')
    supporters?: string[];

    /** Bodies worked with */
    @Optional()
    @References('body')
    deliveredWith?: string[];

    /** The forum that reviews it */
    @Optional()
    @Reference('series')
    monitoredAt?: string;

    /** The document that states it */
    @Optional()
    @Reference('document')
    document?: string;
  }
  return ActionFields as unknown as With<Base & LeadFields & DueFields, ActionFields>;
}

type LeadFields = InstanceType<ReturnType<typeof LeadFieldsOn<object>>>;
type DueFields = InstanceType<ReturnType<typeof DueFieldsOn<object>>>;

export function ActionNamedOn<Base extends object>(base: Dto<Base>) {
  class ActionNamed extends (base as Dto<object>) {
    /** The action: `OIC-R1/SYP/1` */
    @Reference('action')
    action!: string;
  }
  return ActionNamed as unknown as With<Base, ActionNamed>;
}

export function CompletionFieldsOn<Base extends object>(base: Dto<Base>) {
  class CompletionFields extends (base as Dto<object>) {
    /** What was done */
    @Optional()
    @Words()
    words?: string;

    /** A document that shows it */
    @Optional()
    @Reference('document')
    document?: string;
  }
  return CompletionFields as unknown as With<Base, CompletionFields>;
}

export function ClosureFieldsOn<Base extends object>(base: Dto<Base>) {
  class ClosureFields extends (base as Dto<object>) {
    /** How far the closure has been checked */
    @OneOf(CLOSURE_LEVELS)
    level!: ClosureLevel;

    /** Who closes it */
    @OneOf(CLOSURE_LAYERS)
    layer!: ClosureLayer;

    /** Why it can be closed */
    @OneOf(CLOSURE_CODES)
    code!: ClosureCode;

    /** The reason, in words */
    @Words()
    reason!: string;
  }
  return ClosureFields as unknown as With<Base, ClosureFields>;
}
