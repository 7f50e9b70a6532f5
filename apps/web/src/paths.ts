/** Every URL of the web app, once. A path is written as its router reads it and filled in by what it is called with. */

/** What a POST or GET addresses, by what the aggregates hold. */
export const COLLECTIONS = {
  report: 'reports',
  document: 'documents',
  recommendation: 'recommendations',
  series: 'series',
  meeting: 'meetings',
  escalation: 'escalations',
  decision: 'decisions',
  directory: 'bodies',
  person: 'people',
  erasure: 'erasures',
} as const;

type ParametersIn<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | ParametersIn<More>
    : Rest
  : never;

type Path<Pattern extends string> = ((
  ...parameters: [ParametersIn<Pattern>] extends [never] ? [] : [Readonly<Record<ParametersIn<Pattern>, string>>]
) => string) & { readonly pattern: Pattern };

function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const fill = (parameters: Readonly<Record<string, string>> = {}) =>
    // A reference holds a slash (`OIC-R1/SYP`), which must not be taken for one of the path.
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
  return Object.assign(fill, { pattern });
}

export const paths = {
  register: path('/'),
  recommendation: path('/recommendations/:reference'),
  closeRecommendation: path('/recommendations/:reference/close-recommendation'),
  /** Where a person says in which post they act. */
  actingAs: path('/acting-as'),
  asset: path('/assets/:file'),

  api: path('/api'),
  openapi: path('/api/openapi.json'),

  live: path('/health/live'),
  ready: path('/health/ready'),
  status: path('/health/status'),

  /** A command that starts something new: its use case is the last part. */
  start: path('/api/:collection/:useCase'),
  /** A command on something that exists, named by id or by reference. */
  command: path('/api/:collection/:id/:useCase'),
  item: path('/api/:collection/:id'),
  history: path('/api/:collection/:id/history'),
  links: path('/api/:collection/:id/links'),

  recommendations: path('/api/recommendations'),
} as const;
