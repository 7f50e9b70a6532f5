/**
 * Puts what the pages of the web app need beside its compiled code in `dist`: its templates, and its stylesheet and
 * pictures under names that hold a hash of their content, so that a browser may keep them for a year.
 *
 *     node .config/assets.mjs
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WEB = 'apps/web';
const STYLES = 'minutebook.scss';
const PICTURES = ['favicon.svg'];

const hashOf = (...contents) => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
};

const inDist = (place) => path.join(ROOT, 'dist', place);

/** Templates keep their places beside the code that uses them; one whose source is gone goes too. */
function copyTemplates(place) {
  const templates = fs
    .readdirSync(path.join(ROOT, place), { recursive: true })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => path.join(place, name));
  if (fs.existsSync(inDist(place))) {
    for (const name of fs.readdirSync(inDist(place), { recursive: true })) {
      if (name.endsWith('.njk') && !templates.includes(path.join(place, name))) fs.rmSync(inDist(`${place}/${name}`));
    }
  }
  for (const template of templates) {
    fs.mkdirSync(path.dirname(inDist(template)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, template), inDist(template));
  }
}

async function buildAssets(place) {
  const source = (name) => fs.readFileSync(path.join(ROOT, place, name));
  const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'));
  const from = hashOf(lock, ...[STYLES, ...PICTURES].map(source), fs.readFileSync(fileURLToPath(import.meta.url)));
  const manifest = inDist(`${place}/manifest.json`);
  // Sass takes longer than all the rest of the build, and styles change seldom.
  if (fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).from === from) return;

  const { compile } = await import('sass');
  const { css } = compile(path.join(ROOT, place, STYLES), {
    style: 'compressed',
    loadPaths: [path.join(ROOT, 'node_modules')],
    quietDeps: true,
  });
  const contents = { 'minutebook.css': css, ...Object.fromEntries(PICTURES.map((name) => [name, source(name)])) };
  fs.rmSync(inDist(place), { recursive: true, force: true });
  fs.mkdirSync(inDist(place), { recursive: true });
  const files = {};
  for (const [name, content] of Object.entries(contents)) {
    const extension = path.extname(name);
    files[name] = `${path.basename(name, extension)}-${hashOf(content)}${extension}`;
    fs.writeFileSync(inDist(`${place}/${files[name]}`), content);
  }
  // Last, because it says that all the others are there.
  fs.writeFileSync(manifest, `${JSON.stringify({ from, files }, undefined, 2)}\n`);
}

copyTemplates(`${WEB}/src`);
await buildAssets(`${WEB}/assets`);
