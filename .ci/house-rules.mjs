// Habits of the house that no lint package has a rule for.

const DEFAULT_EXPORT = [
  {
    selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
    message: "Export by name: default exports are for the files of which Next or a tool insists on one.",
  },
];

const BARRELS = [
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file that owns the thing." },
  {
    selector: "ExportNamedDeclaration[source.value=/^(\\.|@\\x2F)/]",
    message: "Do not pass on what another file owns: import it from there.",
  },
];

const CLOCK = [
  {
    selector:
      ":matches(NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name='now'])",
    message: "Rules do not look at the clock: time is an argument (`work.now`).",
  },
];

const WRITES =
  "/^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/";
const READ_ONLY = [
  {
    selector: `CallExpression[callee.property.name=${WRITES}]:matches([callee.object.object.name='tx'], [callee.object.object.property.name='tx'])`,
    message: "This subject only reads: write in the subject that owns the rows.",
  },
  {
    selector:
      ":matches(CallExpression, TaggedTemplateExpression) MemberExpression[property.name=/^\\$executeRaw/]",
    message: "This subject only reads: ask with `$queryRaw`, write in the subject that owns the rows.",
  },
];

const HIDDEN_ARROW =
  "An import() of ours hides an arrow: write a plain import, and leave loading late to app/.";
const DYNAMIC_IMPORT = [
  { selector: "ImportExpression[source.value=/^(@\\x2F|\\.)/]", message: HIDDEN_ARROW },
];
const DYNAMIC_SERVER_IMPORT = [
  { selector: "ImportExpression[source.value=/^@\\x2Fserver/]", message: HIDDEN_ARROW },
];

const NAMELESS = "{util,utils,helper,helpers,misc,common,lib}";

/** `no-restricted-syntax` by folder. Later entries replace earlier ones, so each lists all that holds in its folder. */
export function syntaxRules({ files, defaultExportFiles }) {
  const everywhere = [...BARRELS, ...DEFAULT_EXPORT];
  return [
    { files, rules: forbid(everywhere) },
    { files: ["server/**"], ignores: ["server/demo/**"], rules: forbid([...everywhere, ...DYNAMIC_IMPORT]) },
    {
      files: ["server/vocabulary/**", "server/domain/**"],
      rules: forbid([...everywhere, ...DYNAMIC_IMPORT, ...CLOCK]),
    },
    {
      files: ["server/domain/insight/**", "server/domain/chronology/**", "server/domain/tonight/**"],
      rules: forbid([...everywhere, ...DYNAMIC_IMPORT, ...CLOCK, ...READ_ONLY]),
    },
    { files: ["app/**"], rules: forbid([...everywhere, ...DYNAMIC_SERVER_IMPORT]) },
    { files: defaultExportFiles, rules: forbid([...BARRELS, ...DYNAMIC_SERVER_IMPORT]) },
    {
      files: [`**/${NAMELESS}.{ts,tsx}`, `**/${NAMELESS}/**/*.{ts,tsx}`],
      rules: forbid([
        { selector: "Program", message: "If it has no name it has no home: name the file by its subject." },
      ]),
    },
  ];
}

function forbid(list) {
  return { "no-restricted-syntax": ["error", ...list] };
}

/** Stops a test whose body is longer than a reader takes in at once. */
export const testBody = {
  meta: { type: "suggestion", schema: [{ type: "integer" }] },
  create(context) {
    const [limit] = context.options;
    return {
      "CallExpression[callee.name='test'], CallExpression[callee.object.name='test'][callee.property.name=/^(only|skip|fixme|fail)$/]"(
        call,
      ) {
        const body = call.arguments.find((argument) => argument.type.endsWith("FunctionExpression"))?.body;
        if (!body) return;
        const lines = context.sourceCode.lines.slice(body.loc.start.line, body.loc.end.line - 1);
        const count = lines.filter((line) => line.trim() !== "").length;
        if (count > limit) {
          context.report({
            node: call,
            message: `This test's body has ${count} lines, ${limit} at most: name its steps in test/support, or prove one thing at a time.`,
          });
        }
      },
    };
  },
};
