import { defineConfig, globalIgnores } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { arrowRules } from "./.ci/arrows.mjs";
import { syntaxRules, testBody } from "./.ci/house-rules.mjs";

const TYPESCRIPT = ["**/*.ts", "**/*.tsx", "**/*.mts"];

/** Files whose default export a tool insists on. */
const DEFAULT_EXPORT_FILES = [
  "app/**/{page,layout,template,loading,error,not-found,global-error,default}.tsx",
  "app/**/{manifest,sitemap,robots,icon,apple-icon,opengraph-image}.{ts,tsx}",
  "*.config.{ts,mts,mjs}",
  "test/support/{global-setup,global-teardown,closing-line-reporter}.ts",
];

export default defineConfig(
  globalIgnores([
    "node_modules/",
    ".next/",
    ".data/",
    "server/db/generated/",
    "public/",
    "test-results/",
    "next-env.d.ts",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },

  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Spreading a string is how its digits are read; ours have no emoji.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      eqeqeq: "error",
      "no-warning-comments": ["error", { terms: ["fixme", "xxx"] }],
    },
  },

  { files: ["app/**/*.{ts,tsx}"], extends: [reactHooks.configs.flat.recommended] },

  // The size guide. Split when you can name the part.
  {
    files: ["**/*.{ts,tsx,mts,mjs}"],
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "max-depth": ["error", 3],
      complexity: ["error", 10],
    },
  },
  {
    files: ["app/**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["app/**/route.ts"],
    rules: { "max-lines": ["error", { max: 30, skipBlankLines: true, skipComments: true }] },
  },

  // The log of the service is structured and carries identifiers only; `console` is for scripts.
  {
    files: ["app/**", "server/**"],
    ignores: ["server/demo/**", "**/build-*.ts"],
    rules: { "no-console": "error" },
  },

  ...syntaxRules({ files: TYPESCRIPT, defaultExportFiles: DEFAULT_EXPORT_FILES }),
  ...arrowRules(),

  {
    files: ["test/**/*.ts"],
    plugins: { lantern: { rules: { "test-body": testBody } } },
    rules: {
      "lantern/test-body": ["error", 40],
      "max-lines-per-function": "off",
      "no-empty-pattern": "off",
      // A fake answers with a promise whether or not it has anything to wait for.
      "@typescript-eslint/require-await": "off",
    },
  },

  { files: ["**/*.mjs"], languageOptions: { ecmaVersion: "latest", sourceType: "module" } },
);
