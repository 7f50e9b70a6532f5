import type { Actor, CodeKind, EveryCommand, Refusal } from '#domain';
import type { EveryCommandDto } from './every-command.dto.ts';
import type { Facts } from '../facts.ts';

/** What a row may use to derive ids. */
export interface Given<Dto> {
  readonly dto: Dto;
  /** The id of the stream the command is for. */
  readonly target: string;
  readonly commandId: string;
  readonly by: Actor;
}

/**
 * A row of the table of use cases. A mapped type over the command union makes a missing row, a misnamed one, or a DTO
 * that lacks a field of its command a compile error.
 */
export interface UseCase<
  Command extends EveryCommand & { readonly kind: string } = never,
  Dto extends EveryCommandDto = EveryCommandDto,
> {
  readonly dto: new () => Dto;
  /** What it does, in one sentence that starts with a verb. */
  readonly sentence: string;
  /**
   * Set when the command starts a stream: the stream's id. Without it, the command is for a stream that exists and is
   * named in the address.
   */
  readonly starts?: (given: Omit<Given<Dto>, 'target'>) => string;
  /** The code the new stream needs to have for itself: two reports can't both be OIC. */
  readonly claims?: (dto: Dto) => { readonly codeKind: CodeKind; readonly code: string } | undefined;
  /** The ids the command needs beside the fields of its DTO, derived so that a repeat derives the same. */
  readonly ids?: (given: Given<Dto>) => Partial<Command>;
  /** Facts from elsewhere that the command needs. Given up with a refusal when they can't be had. */
  readonly gather?: (given: Given<Dto>, facts: Facts) => Promise<Partial<Command> | Refusal>;
}

/** The fields a person fills in: the command without what the application adds. */
export type FieldsOf<Command, Added extends keyof Command = never> = Omit<
  Command,
  'kind' | 'by' | 'underDecision' | Added
>;

/**
 * A row whose DTO, together with what the row adds, is the whole command.
 * `Added` names the fields that `ids` and `gather` fill in.
 */
export function useCase<
  Command extends EveryCommand & { readonly kind: string },
  Added extends keyof Command = never,
>() {
  return <Dto extends EveryCommandDto & FieldsOf<Command, Added>>(row: UseCase<Command, Dto>): UseCase<Command, Dto> =>
    row;
}

/** One row a command of the union, but for those that only policies send. */
export type TableOf<
  Command extends EveryCommand & { readonly kind: string },
  PolicyOnly extends Command['kind'] = never,
> = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each row has a DTO class of its own
  readonly [Kind in Exclude<Command['kind'], PolicyOnly>]: UseCase<Extract<Command, { kind: Kind }>, any>;
};
