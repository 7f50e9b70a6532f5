/**
 * One direction: apps → reminders → application → event-store, read-model → domain → nothing.
 * `mayUse` names what a library may import besides itself; a library that is missing here may import nothing.
 */
const mayUse = {
  domain: [],
  'event-store': ['domain'],
  'read-model': ['domain', 'event-store'],
  application: ['domain', 'event-store', 'read-model'],
  reminders: ['domain', 'event-store', 'read-model', 'application'],
};

const SPEC = '\\.spec\\.ts$';

const oneDirection = Object.entries(mayUse).map(([library, others]) => ({
  name: `direction-of-${library}`,
  severity: 'error',
  comment: `libs/${library} imports ${others.length > 0 ? `only ${others.join(', ')}` : 'no other library'}`,
  from: { path: `^libs/${library}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[library, ...others].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'libs/domain imports nothing outside itself',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/' },
    },
    ...oneDirection,
    {
      name: 'library-has-its-place',
      severity: 'error',
      comment: 'a new library gets its place in the one direction: name it in .config/dependency-cruiser.mjs',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(mayUse).join('|')})/` },
      to: {},
    },
    {
      name: 'read-model-knows-only-the-form-of-the-log',
      severity: 'error',
      comment: 'libs/read-model takes types from libs/event-store, never code: it must not read the log by itself',
      from: { path: '^libs/read-model/', pathNot: SPEC },
      to: { path: '^libs/event-store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'libs-not-to-apps',
      severity: 'error',
      comment: 'a library knows no app',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'libs-by-index',
      severity: 'error',
      comment: 'a library is imported only by its index, through its # name',
      from: { path: '^(apps/[^/]+|libs/[^/]+|test)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/' },
    },
    {
      name: 'not-across-apps',
      severity: 'error',
      comment: 'an app knows no other app',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pages-apart',
      severity: 'error',
      comment: 'a page imports no other page',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/[^/]+/', pathNot: '^apps/web/src/pages/$1/' },
    },
    {
      name: 'test-support-only-in-tests',
      severity: 'error',
      comment: 'only specs use test/',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: '^test/' },
    },
    {
      name: 'no-spec-is-imported',
      severity: 'error',
      comment: 'what several specs need lies in test/support',
      from: {},
      to: { path: SPEC },
    },
    {
      name: 'nest-stays-above',
      severity: 'error',
      comment: 'the log, the read model and the domain know no framework',
      from: { path: '^libs/(domain|event-store|read-model)/' },
      to: { path: '(^|/)node_modules/@nestjs/' },
    },
    {
      name: 'sqlite-stays-below',
      severity: 'error',
      comment: 'only the log and the read model open a database',
      from: { path: '^(apps|libs)/', pathNot: `^libs/(event-store|read-model)/|${SPEC}` },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'one-door-to-the-event-store-client',
      severity: 'error',
      comment:
        'only libs/event-store/src/eventstoredb.ts, the server that tests it and the peer it is measured against import @eventstore/db-client',
      from: {
        pathNot:
          '^(libs/event-store/src/eventstoredb\\.ts$|test/support/event-store-server/|test/bench/peers/bare-client\\.ts$)',
      },
      to: { path: '@eventstore/db-client' },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      comment: 'what runs in production depends on nothing that only development installs',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'every package that is imported is named in package.json',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'no-cycles', severity: 'error', comment: 'imports run in no circle', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'an import leads somewhere',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
