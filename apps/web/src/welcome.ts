/** What a person reads when the server has started: where it listens, and what to try. */

import type { Config } from './config.ts';
import { paths } from './paths.ts';

export function welcome(url: string, { folder, isSampleFolder, eventStore }: Config, isSample: boolean): string {
  const data = isSampleFolder ? '' : ` --data ${folder}`;
  const what = isSample
    ? `the sample record in ${folder}, which may be deleted at any time`
    : eventStore === undefined
      ? `the record in ${folder}`
      : `the record on its event store, with its lists in ${folder}`;
  return [
    `Minutebook listens on ${url} with ${what}.`,
    '',
    'Open it in a browser, or try in another terminal:',
    `  curl ${url}${paths.recommendations()}`,
    `  curl ${url}${paths.history({ collection: 'recommendations', id: 'OIC-R1/SYP' })}`,
    `  npx minutebook history OIC-R1/SYP${data}`,
    `The API is described at ${url}${paths.api()}. Ctrl+C stops the server.`,
    '',
  ].join('\n');
}
