/** The stylesheet and the pictures, as `.config/assets.mjs` built them, under names that hold a hash of their content. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '../paths.ts';
import type { Reply } from './exchange.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

interface Assets {
  /** The file that holds an asset today: `minutebook.css` is in `minutebook-1f0c….css`. */
  readonly files: Readonly<Record<string, string>>;
  readonly contents: ReadonlyMap<string, Buffer>;
}

let built: Assets | undefined;

function assets(): Assets {
  if (built) return built;
  const folder = join(projectRoot(), 'dist/apps/web/assets');
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`There are no assets in ${folder}. Build with: npm start`);
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as Pick<Assets, 'files'>;
  const contents = new Map(Object.values(files).map((file) => [file, readFileSync(join(folder, file))]));
  built = { files, contents };
  return built;
}

/** The folder of package.json: this code runs from `apps` in specs and from `dist` in a server. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The address of an asset: `/assets/minutebook-1f0c….css`. */
export function addressOfAsset(name: string): string {
  const file = assets().files[name];
  if (file === undefined) throw new Error(`There is no asset ${name}: name it in .config/assets.mjs.`);
  return paths.asset({ file });
}

@ApiExcludeController()
@Controller()
export class AssetsController {
  @Get(paths.asset.pattern)
  asset(@Param('file') file: string, @Res() reply: Reply): void {
    const content = assets().contents.get(file);
    if (content === undefined) throw new NotFoundException();
    reply
      .header('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      // Other content would have another name.
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(content);
  }
}
