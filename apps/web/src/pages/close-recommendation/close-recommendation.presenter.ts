import { entry, type FieldError } from '#application';
import {
  type Attribution,
  type Closure,
  CLOSURE_CODES,
  CLOSURE_LAYERS,
  CLOSURE_LEVELS,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  isRefusal,
  type Names,
  type Raised,
  recommendation,
  type Refusal,
  sayAuthority,
  sayInstant,
  sayPreciseDate,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import type { ReadModel } from '#read-model';
import type { FoldedRecommendation } from '../../http/folded-recommendations.ts';
import { type FieldWords, type FormErrors, formErrors, type HiddenFields, inputOf } from '../../http/form.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type LabelledLink, linkTo } from '../../http/links.ts';
import type { Page } from '../../http/page.ts';
import { CLOSURES_SAID, LAYERS_SAID, LEVELS_SAID } from '../../http/words.ts';
import { paths } from '../../paths.ts';

type References = Pick<ReadModel, 'references'>;

interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: { readonly text: string };
}

export interface Warning {
  /** In the words of the domain. */
  readonly sentence: string;
  readonly because: readonly LabelledLink[];
}

interface FormView {
  readonly action: string;
  readonly levels: readonly Option[];
  readonly layers: readonly Option[];
  readonly codes: readonly Option[];
  readonly input: Readonly<Record<Field, string>>;
  readonly hidden: HiddenFields;
  readonly errors: FormErrors | undefined;
}

export interface CloseView {
  readonly reference: string;
  readonly item: string;
  readonly text: string;
  /** Why it would be refused as it stands. */
  readonly warning: Warning | undefined;
  readonly form: FormView;
}

export interface RefusalView {
  readonly reference: string;
  readonly item: string;
  readonly sentence: string;
  readonly because: readonly LabelledLink[];
  readonly sent: readonly { readonly label: string; readonly value: string }[];
}

export interface ConflictView {
  readonly reference: string;
  readonly item: string;
  readonly since: readonly { readonly sentence: string; readonly recorder: string; readonly when: string }[];
  readonly versions: readonly { readonly label: string; readonly sent: string; readonly stands: string }[];
  /** What the domain would say to the same form now. */
  readonly warning: Warning | undefined;
  readonly form: FormView;
}

const FIELDS = {
  level: { name: 'the level', error: 'Select how far the closure has been checked' },
  layer: { name: 'who closes it', error: 'Select who closes it' },
  code: { name: 'why it can be closed', error: 'Select why it can be closed' },
  reason: { name: 'the reason' },
  decidedByPost: { name: 'the post' },
  decidedByPerson: { name: 'the person' },
  decidedByBody: { name: 'the body' },
  decidedByCapacity: { name: 'the capacity' },
  effectiveOn: { name: 'the day it took effect' },
} as const satisfies Readonly<Record<string, FieldWords>>;
type Field = keyof typeof FIELDS;

/** Who decided, as the form asks for it. */
const DECIDERS = ['decidedByPost', 'decidedByPerson', 'decidedByBody', 'decidedByCapacity'] as const;

const LEVEL_HINTS: Readonly<Record<ClosureLevel, string>> = {
  reported: 'Whoever did the work says that it is done',
  assured: 'The force or the body has checked it',
  verified: 'Somebody independent has confirmed it',
};

interface SentForm {
  readonly hidden: HiddenFields;
  readonly input: FormFields;
  readonly status?: number;
  readonly errors?: readonly FieldError[];
}

export function formPage(found: FoldedRecommendation, form: SentForm, readModel: References): Page<CloseView> {
  const { reference, copy } = found.state;
  return {
    status: form.status ?? 200,
    template: 'close-recommendation/form.njk',
    title: `Close ${reference}`,
    hasErrors: form.errors !== undefined,
    trail: trailOf(reference),
    view: {
      reference,
      item: paths.recommendation({ reference }),
      text: copy.text,
      warning: foresee(found.state, readModel),
      form: formView(reference, form),
    },
  };
}

export function refusalPage(
  { state: { reference } }: FoldedRecommendation,
  { sentence, because }: Refusal,
  input: FormFields,
  readModel: References,
): Page<RefusalView> {
  return {
    status: 409,
    template: 'close-recommendation/refusal.njk',
    title: `${reference} was not closed`,
    trail: trailOf(reference),
    view: {
      reference,
      item: paths.recommendation({ reference }),
      sentence,
      because: because.map((blocker) => linkTo(blocker, readModel)),
      sent: rowsOf(input),
    },
  };
}

/** @param now how it stands after what was recorded since */
export function conflictPage(
  now: FoldedRecommendation,
  since: readonly RecordedEvent[],
  form: SentForm,
  names: Names,
  readModel: References,
): Page<ConflictView> {
  const { reference, closure } = now.state;
  const stands = closure && rowsOfClosure(closure.fields, names);
  return {
    status: 409,
    template: 'close-recommendation/conflict.njk',
    title: `Somebody else changed ${reference} since you opened the form`,
    trail: trailOf(reference),
    view: {
      reference,
      item: paths.recommendation({ reference }),
      since: since.map((event, index) => {
        const { sentence, recorder, recordedAt } = entry(event, index + 1, names);
        return { sentence, recorder, when: sayInstant(recordedAt) };
      }),
      versions: rowsOf(form.input).map(({ label, value }, row) => ({
        label,
        sent: value,
        stands: stands?.[row]?.value ?? 'It is not closed',
      })),
      warning: foresee(now.state, readModel, inputOf(form.input, 'level')),
      form: formView(reference, form),
    },
  };
}

/**
 * What the domain would say to closing it now, by deciding and recording nothing. Absent when some way to close it is
 * left.
 * @param level only this level is asked for
 */
function foresee(state: Raised, readModel: References, level?: string): Warning | undefined {
  const levels = CLOSURE_LEVELS.filter((each) => level === undefined || each === level);
  const refusals = levels.map((each) => {
    const verdict = recommendation.decide(
      {
        ...{ kind: 'close-recommendation', by: { kind: 'policy', policy: 'foresight', body: state.body } },
        // No reason that stands is blank, so this is never the closure that stands already.
        ...{ level: each, layer: CLOSURE_LAYERS[0], code: CLOSURE_CODES[0], reason: '' },
      },
      state,
    );
    return isRefusal(verdict) ? verdict : undefined;
  });
  const [first] = refusals;
  if (first === undefined || refusals.includes(undefined)) return undefined;
  return { sentence: first.sentence, because: first.because.map((blocker) => linkTo(blocker, readModel)) };
}

function formView(reference: string, { hidden, input, errors }: SentForm): FormView {
  return {
    action: paths.closeRecommendation({ reference }),
    levels: CLOSURE_LEVELS.map((value) => ({ value, text: LEVELS_SAID[value], hint: { text: LEVEL_HINTS[value] } })),
    layers: CLOSURE_LAYERS.map((value) => ({ value, text: LAYERS_SAID[value] })),
    codes: CLOSURE_CODES.map((value) => ({ value, text: CLOSURES_SAID[value] })),
    input: Object.fromEntries(Object.keys(FIELDS).map((field) => [field, inputOf(input, field)])) as Readonly<
      Record<Field, string>
    >,
    hidden,
    errors: errors && formErrors(errors, FIELDS),
  };
}

/** What stands, in the rows of {@link rowsOf}. */
function rowsOfClosure(
  { level, layer, code, reason, decidedBy, effectiveOn }: Closure & Attribution,
  names: Names,
): { label: string; value: string }[] {
  const [who, when] = [sayAuthority(decidedBy, names), effectiveOn ? sayPreciseDate(effectiveOn) : NO_DAY];
  const decided = new Map([
    ['Who decided it', who],
    ['When it took effect', when],
  ]);
  return rowsOf({ level, layer, code, reason }).map(({ label, value }) => ({
    label,
    value: decided.get(label) ?? value,
  }));
}

const NO_DAY = 'No day was given';

function rowsOf(input: FormFields): { label: string; value: string }[] {
  const [level, layer, code] = [inputOf(input, 'level'), inputOf(input, 'layer'), inputOf(input, 'code')];
  const deciders = DECIDERS.map((field) => inputOf(input, field).trim()).filter((given) => given !== '');
  return [
    { label: 'How far it has been checked', value: LEVELS_SAID[level as ClosureLevel] ?? level },
    { label: 'Who closes it', value: LAYERS_SAID[layer as ClosureLayer] ?? layer },
    { label: 'Why it can be closed', value: CLOSURES_SAID[code as ClosureCode] ?? code },
    { label: 'Reason', value: inputOf(input, 'reason') },
    { label: 'Who decided it', value: deciders.join(', ') || 'Whoever records it' },
    { label: 'When it took effect', value: inputOf(input, 'effectiveOn') || NO_DAY },
  ];
}

function trailOf(reference: string): { text: string; href: string }[] {
  return [
    { text: 'Register', href: paths.register() },
    { text: reference, href: paths.recommendation({ reference }) },
  ];
}
