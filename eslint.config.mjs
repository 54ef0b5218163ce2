import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';

/** Who may import whom (see CONTRIBUTING): domain <- api, domain <- controls, domain <- crm-host, domain <- solution. */
const boundary = (files, ...groups) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: groups }] },
});
const ours = {
  group: ['@record-insights/*', '!@record-insights/domain'],
  message: 'Packages meet only in @record-insights/domain.',
};
const domainInside = { group: ['@record-insights/*'], message: 'This package imports nothing of ours.' };
const storeOnly = {
  group: ['lmdb', '@azure/data-tables', '@azure/identity'],
  message: 'Only services/api/src/store knows the engines.',
};
const httpOnly = {
  group: ['fastify', '@fastify/*', '@sinclair/typebox'],
  message: 'Only services/api/src/http knows HTTP.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/out/**', '**/generated/**', '**/node_modules/**', '**/coverage/**', '.data/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' },
  },
  { files: ['pcf-controls/**/*.{ts,tsx}'], ...hooks.configs.flat['recommended-latest'] },
  boundary(['services/domain/src/**'], domainInside),
  boundary(['services/api/src/**'], ours, storeOnly, httpOnly),
  boundary(['services/api/src/store/**'], ours, httpOnly),
  boundary(['services/api/src/http/**', 'services/api/src/server.ts'], ours, storeOnly),
  boundary(['services/crm-host/src/**', 'pcf-controls/**'], ours),
  boundary(['solution/**'], ours),
  boundary(['test/oracle/**'], {
    group: ['@record-insights/*', '**/services/**'],
    message: 'The oracle shares no code with what it checks.',
  }),
);
