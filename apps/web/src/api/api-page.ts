/** The page about the API, and the description it is made from. Nothing in it comes from elsewhere. */

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { paths } from '../paths.ts';
import { describeApi } from './openapi.ts';

export function serveApiPage(app: NestFastifyApplication): void {
  // Described when it is first asked for: most servers are never asked.
  SwaggerModule.setup(paths.api(), app, () => describeApi(app), {
    raw: ['json'],
    jsonDocumentUrl: paths.openapi(),
    customSiteTitle: 'The API of Minutebook',
    swaggerOptions: { validatorUrl: null, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}
