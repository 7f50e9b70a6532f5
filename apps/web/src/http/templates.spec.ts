import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { render } from './templates.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const templates = readdirSync(source, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.njk'));
const textOf = (name: string): string => readFileSync(`${source}/${name}`, 'utf8');

describe('A template', () => {
  it('escapes whatever is put into it', () => {
    const view = { heading: '<b>', sentences: [`"'&`], register: '"><b>', reference: '' };
    const html = render('problem.njk', { view, frame: { register: {}, trail: [] } });
    expect(html).toContain('<h1 class="govuk-heading-l">&lt;b&gt;</h1>');
    expect(html).toContain('&quot;&#39;&amp;');
    expect(html).toContain('href="&quot;&gt;&lt;b&gt;"');
  });

  it('has no way round it', () => {
    expect(templates.length).toBeGreaterThan(5);
    expect(templates.filter((name) => /\|\s*safe\b|autoescape/.test(textOf(name)))).toEqual([]);
  });

  it('hands GOV.UK Frontend no HTML but its own', () => {
    // What is given as `html` goes into the page as it is.
    expect(templates.filter((name) => /\bhtml\s*:/i.test(textOf(name)))).toEqual([]);
  });

  it('holds no script and no style: the browser would not take them', () => {
    expect(templates.filter((name) => /<script|<style|\sstyle=|\son[a-z]+=/i.test(textOf(name)))).toEqual([]);
  });

  it('is used: each one is named somewhere', () => {
    const code = readdirSync(source, { recursive: true })
      .map(String)
      .filter((name) => /\.(ts|njk)$/.test(name) && !name.endsWith('.spec.ts'))
      .map(textOf)
      .join('\n');
    const named = (name: string): boolean => code.includes(name.replace(/^(pages|http\/templates)\//, ''));
    expect(templates.filter((name) => !named(name))).toEqual([]);
  });
});
