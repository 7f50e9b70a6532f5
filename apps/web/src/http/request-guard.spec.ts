import { describe, expect, it } from '@jest/globals';
import { whyTurnedAway } from './request-guard.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const kindOf = (method: string, headers: Record<string, string>): string | undefined =>
  whyTurnedAway(method, { host: 'localhost:3000', ...headers }, 3000)?.kind;

describe('The guard', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])('lets in what asks for %s', (host) => {
    expect(kindOf('GET', { host })).toBeUndefined();
    expect(kindOf('POST', { host, ...JSON_TYPE })).toBeUndefined();
  });

  it.each(['evil.example', 'evil.example:3000', 'localhost', 'localhost:3001', '127.0.0.1.evil.example:3000', ''])(
    'turns away what asks for “%s”, as a name that was made to mean this computer does',
    (host) => {
      expect(kindOf('GET', { host })).toBe('wrong-host');
      expect(kindOf('POST', { host, ...JSON_TYPE })).toBe('wrong-host');
    },
  );

  it('lets in a name without its port only where the port goes without saying', () => {
    expect(whyTurnedAway('GET', { host: 'localhost' }, 80)).toBeUndefined();
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('lets %s write', (origin) => {
    expect(kindOf('POST', { ...JSON_TYPE, origin, 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  });

  it.each([
    'http://evil.example',
    'null',
    '',
    'https://localhost:3000',
    'http://localhost:3001',
    'http://localhost:3000.evil.example',
  ])('lets no page of “%s” write', (origin) => {
    expect(kindOf('POST', { ...JSON_TYPE, origin })).toBe('other-page');
  });

  it.each(['cross-site', 'same-site', 'anything'])('lets nothing write that the browser calls %s', (site) => {
    expect(kindOf('POST', { ...JSON_TYPE, 'sec-fetch-site': site })).toBe('other-page');
  });

  it('lets a program write, which names no page', () => {
    expect(kindOf('POST', JSON_TYPE)).toBeUndefined();
    expect(kindOf('POST', { ...JSON_TYPE, 'sec-fetch-site': 'none' })).toBeUndefined();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'takes no body of the type “%s”',
    (type) => {
      expect(kindOf('POST', { 'content-type': type })).toBe('not-json');
    },
  );

  it('takes JSON however its type is written', () => {
    expect(kindOf('POST', { 'content-type': 'Application/JSON; charset=utf-8' })).toBeUndefined();
  });

  it('takes a form for a page alone, and only when the browser says that it comes from ours', () => {
    const form = { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
    const forPage = (headers: Record<string, string>): string | undefined =>
      whyTurnedAway('POST', { ...form, ...headers }, 3000, true)?.kind;
    expect(forPage({ origin: 'http://localhost:3000' })).toBeUndefined();
    expect(forPage({ 'sec-fetch-site': 'same-origin' })).toBeUndefined();
    expect(forPage({})).toBe('other-page');
    expect(forPage({ 'sec-fetch-site': 'none' })).toBe('other-page');
    expect(forPage({ origin: 'http://evil.example' })).toBe('other-page');
    expect(forPage({ origin: 'http://localhost:3000', 'content-type': 'multipart/form-data' })).toBe('not-json');
  });
});
