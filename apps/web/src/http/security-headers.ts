/** What every answer tells a browser, computed once. */

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** For JSON: nothing in it may be run, shown in a frame or kept. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/**
 * For the page about the API: its own scripts, and nothing from elsewhere. Swagger UI styles itself in the page, so
 * styles there are allowed; it shows nothing that anybody typed in.
 */
export const API_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
};

/**
 * For pages: one stylesheet and one picture of our own, and no script at all. Only here do requests say which page they
 * come from, and only to this server: without it a browser does not say where a form comes from, which the guard asks.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'referrer-policy': 'same-origin',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'; object-src 'none'",
  'content-type': 'text/html; charset=utf-8',
};
