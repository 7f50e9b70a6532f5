import tseslint from 'typescript-eslint';
import { purity } from './eslint.config.mjs';

/** The purity of the domain alone, for test/architecture: a whole lint takes many times as long. */
export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, purity];
