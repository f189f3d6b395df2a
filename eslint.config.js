import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const HOUSE_RULES = {
  'max-lines': ['error', 300],
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
  eqeqeq: ['error', 'always'],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  // Control characters are looked for on purpose: they are what hostile names and texts are made of.
  'no-control-regex': 'off',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  // An async method without await is how a synchronous implementation keeps a port's promise.
  '@typescript-eslint/require-await': 'off',
  // Ports and commands are objects of functions, made to be taken apart.
  '@typescript-eslint/unbound-method': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

const SOURCE_RULES = {
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that declares the thing.' },
    {
      selector: 'ExportNamedDeclaration[source]',
      message: 'No barrels: import from the file that declares the thing.',
    },
    { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is text: render it as a child.' },
    {
      selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
      message: 'Text is text: use textContent.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist', 'dist-package', 'node_modules', 'coverage', '.cache', 'public', 'tests/fixtures'] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: HOUSE_RULES,
  },
  // The compiler knows every global of the TypeScript files; the few scripts in plain JavaScript run under Node.
  { files: ['**/*.{ts,tsx}'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: SOURCE_RULES },
  // A command line and a test runner speak through the console; one file passes on what three says there, one tells
  // whoever looks after an exhibition what another format lost.
  {
    files: [
      'src/pipeline/**',
      'src/demo/**',
      'tests/**',
      '*.config.*',
      'src/scene/frame/hushThree.ts',
      'src/app/foreign/tellLosses.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
