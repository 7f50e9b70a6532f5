/** Somebody with a browser: asks for pages, keeps cookies, and sends forms as a browser sends them. */

import type { Answer, Web } from './web.ts';

export class Visitor {
  private readonly web: Pick<Web, 'ask' | 'port'>;
  private readonly cookies = new Map<string, string>();

  constructor(web: Pick<Web, 'ask' | 'port'>) {
    this.web = web;
  }

  open(path: string): Promise<Answer> {
    return this.web.ask('GET', path, { ...this.headers(), accept: 'text/html' });
  }

  /** @param headers in place of those a browser would send */
  async send(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.web.ask(
      'POST',
      path,
      {
        ...this.headers(),
        accept: 'text/html',
        origin: `http://127.0.0.1:${String(this.web.port)}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      new URLSearchParams(fields).toString(),
    );
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [cookie = ''] = set.split(';');
      this.cookies.set(cookie.split('=')[0] ?? '', cookie);
    }
    return answer;
  }

  async actAs(actingAs: string): Promise<void> {
    const answer = await this.send('/acting-as', { actingAs, then: '/' });
    if (answer.status !== 303) throw new Error(`${actingAs} can't be chosen: ${wordsIn(answer.text)}`);
  }

  private headers(): Record<string, string> {
    return this.cookies.size === 0 ? {} : { cookie: [...this.cookies.values()].join('; ') };
  }
}

/** What a page says, without its markup. */
export function wordsIn(html: string): string {
  return decoded(html.replace(/^.*?<body/s, '<body').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a form holds without anybody having filled it in. */
export function hiddenFieldsIn(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, decoded(value)]));
}

/** Where the link with these words leads. */
export function addressOfLink(html: string, words: string): string | undefined {
  const links = [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  const [, href] = links.find(([, , inner = '']) => wordsIn(inner) === words) ?? [];
  return href === undefined ? undefined : decoded(href);
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
