import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const notErasable = [
  { selector: 'TSEnumDeclaration', message: 'Take a union of literals: this library runs with its types stripped.' },
  { selector: 'TSModuleDeclaration', message: 'Take a module: this library runs with its types stripped.' },
  { selector: 'TSParameterProperty', message: 'Declare the field: this library runs with its types stripped.' },
  { selector: 'Decorator', message: 'No decorators here: this library runs with its types stripped.' },
];

const emptyNames = {
  selector: 'ClassDeclaration[id.name=/(Service|Manager|Helper|Utils?|Base)$/]',
  message: 'Name it after what it does.',
};

const impure = [
  { selector: ':function[async=true]', message: 'The domain never awaits.' },
  { selector: 'AwaitExpression', message: 'The domain never awaits.' },
  { selector: 'NewExpression[callee.name="Promise"]', message: 'The domain never awaits.' },
];

/** What the domain may not do. It needs no type information, so a spec can ask for it alone and quickly. */
export const purity = {
  files: ['libs/domain/src/**/*.ts'],
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      {
        globals: [
          { name: 'Date', message: 'Time is handed in.' },
          { name: 'globalThis', message: 'The domain knows nothing outside itself.' },
          { name: 'Promise', message: 'The domain never awaits.' },
          { name: 'eval', message: 'The domain knows nothing outside itself.' },
        ],
        checkGlobalObject: true,
      },
    ],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance is handed in.' }],
    'no-restricted-syntax': ['error', emptyNames, ...notErasable, ...impure],
  },
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.cache/', 'data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.mjs'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // SQLite answers at once and implements ports that may take time.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', emptyNames],
    },
  },
  {
    files: ['libs/{domain,event-store,read-model}/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', emptyNames, ...notErasable],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
    },
  },
  purity,
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      // What an answer or a row holds is what a spec is there to find out.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-restricted-syntax': ['error', emptyNames],
    },
  },
);
