/** The templates of the pages. Each is compiled when it is first used, and kept. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

const beside = (place: string): string => fileURLToPath(new URL(place, import.meta.url));
const govukFrontend = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([beside('../pages'), beside('./templates'), join(govukFrontend, 'dist')]),
  // Whatever is put into a page is escaped. Our templates have no way to say otherwise: a spec sees to that.
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);

/**
 * @param template its place in `pages`, in `http/templates` or in GOV.UK Frontend: `register/register.njk`
 * @param context what the template names
 */
export function render(template: string, context: object): string {
  return environment.render(template, context);
}
