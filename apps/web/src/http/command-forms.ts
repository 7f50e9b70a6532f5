/** A form that sends a command: how it is drawn, how it is read, and what comes of it. */

import { Injectable, Logger } from '@nestjs/common';
import { Commands, type Conflicted, type FieldError, newCommandId, Projection, type Refused } from '#application';
import { type Acting, ActingPerson, isTokenOf } from './acting.ts';
import type { Request } from './exchange.ts';
import type { HiddenFields } from './form.ts';
import type { FormFields } from './form-body.ts';
import { Problem } from './problem.ts';
import { problemOf } from './problem.filter.ts';

export type FormRequest = Request & { readonly body: FormFields };

export type Sent =
  | { readonly outcome: 'done'; readonly commandId: string }
  | Refused
  | Conflicted
  /** Nothing is known to be recorded: the form is drawn again with what was typed, and may be sent again. */
  | {
      readonly outcome: 'again';
      readonly status: number;
      readonly errors: readonly FieldError[];
      readonly hidden: HiddenFields;
    };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@Injectable()
export class CommandForms {
  private readonly log = new Logger('Form');

  constructor(
    private readonly commands: Commands,
    private readonly people: ActingPerson,
    private readonly projection: Projection,
  ) {}

  /** What a form that is drawn for somebody holds. @param revision what they see when they fill it in */
  draw(acting: Acting | undefined, revision: number): HiddenFields {
    return { commandId: newCommandId(), revision: String(revision), formToken: acting?.formToken ?? '' };
  }

  /**
   * Sends the command, through the same checks as the API.
   * @param name the use case; @param target the id of what it is for
   * @throws {Problem} the form is not one that was drawn here, or its target is gone
   */
  async send(request: FormRequest, name: string, target: string): Promise<Sent> {
    const { commandId, revision, formToken, ...fields } = request.body;
    const expected = Number(revision);
    if (typeof commandId !== 'string' || !UUID.test(commandId) || !/^\d{1,15}$/.test(String(revision))) {
      throw new Problem('malformed', 'This form was not drawn by Minutebook. Open its page again.');
    }
    const acting = await this.people.of(request.headers);
    const again = (status: number, ...errors: FieldError[]): Sent => ({
      outcome: 'again',
      status,
      errors,
      hidden: { commandId, revision: String(expected), formToken: acting?.formToken ?? '' },
    });
    if (acting === undefined) return again(403, { field: '', sentence: [NOBODY] });
    if (!isTokenOf(acting, formToken)) return again(403, { field: '', sentence: [SOMEBODY_ELSE] });

    try {
      const outcome = await this.commands.send({
        name,
        target,
        fields,
        by: acting.actor,
        authentication: 'claimed-local',
        commandId,
        expected,
      });
      switch (outcome.outcome) {
        case 'done':
          // The lists show it when the next page is drawn, or are late and say so.
          if (outcome.logPosition !== undefined) await this.projection.reached(outcome.logPosition);
          return { outcome: 'done', commandId };
        case 'invalid':
          return again(422, ...outcome.errors);
        case 'reused': {
          const drawnAgain = again(422, { field: '', sentence: [SENT_BEFORE] }) as Extract<Sent, { outcome: 'again' }>;
          return { ...drawnAgain, hidden: { ...drawnAgain.hidden, commandId: newCommandId() } };
        }
        case 'missing':
          throw new Problem('missing', outcome.sentence);
        default:
          return outcome;
      }
    } catch (error) {
      const problem = problemOf(error, request);
      if (problem.status < 500) throw error;
      // What was typed must not be lost with the store.
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return again(problem.status, { field: '', sentence: [`${NOT_KNOWN} Reference: ${request.id}`] });
    }
  }
}

const NOBODY =
  'Nobody is known to be acting. Choose who you are acting as at the top of the page, then send this again.';
const SOMEBODY_ELSE =
  'Who is acting has changed since this page was opened. Check the name at the top of the page, then send this again.';
const SENT_BEFORE = 'This form was sent before with other content. Check what you want to record, then send it again.';
const NOT_KNOWN =
  'Minutebook could not tell whether this was recorded. Send it again in a moment: it is recorded only once.';
