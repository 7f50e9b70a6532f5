/** One thing recorded in the sample: when, by whom, and what was asked. */
export interface Step {
  /** Stands for the step for ever: the command id is derived from it, and `$key` names the id that the step began. */
  readonly key: string;
  /** Local time in London, `2026-02-05T10:00`. */
  readonly at: string;
  /** The post that records it. */
  readonly as: string;
  /** The use case. */
  readonly name: string;
  /** What it is for: a reference, or `$key` of an earlier step. */
  readonly target?: string;
  /** References may be `$key` of an earlier step. */
  readonly fields: Readonly<Record<string, unknown>>;
}

type Fields = Step['fields'];

/** Steps of one sitting: the same person, on one day, a minute apart. */
export function sitting(
  at: string,
  as: string,
  ...steps: readonly (readonly [key: string, name: string, target: string | undefined, fields: Fields])[]
): Step[] {
  const [day = '', time = ''] = at.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return steps.map(([key, name, target, fields], index) => {
    const total = hour * 60 + minute + index;
    const clock = [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':');
    const step = { key, at: `${day}T${clock}`, as, name, fields };
    return target === undefined ? step : { ...step, target };
  });
}

/** Made up for the demonstration: no document states it. */
export function illustrated(fields: Fields): Fields {
  return { ...fields, illustration: true };
}
