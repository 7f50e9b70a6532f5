/** Kinds of query parameter beside those that use cases have too. */

import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { Past } from '#application';
import { isCivilDate } from '#domain';

/** A day, as a program writes it: `2026-02-06`. */
export function Day(): PropertyDecorator {
  return applyDecorators(
    ValidateBy({
      name: 'day',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isCivilDate(value),
        defaultMessage: () => '$field is not a day. Write it as 2026-02-06.',
      },
    }),
  );
}

/** A day that has come. */
export function PastDay(): PropertyDecorator {
  return applyDecorators(Past(), Day());
}
