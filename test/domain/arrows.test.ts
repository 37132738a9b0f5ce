import { expect, test } from "@playwright/test";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const arrows = "@typescript-eslint/no-restricted-imports";
const syntax = "no-restricted-syntax";

const forbidden: readonly (readonly [file: string, code: string, rule: string, advice: RegExp])[] = [
  ["server/vocabulary/x.ts", `import "@/server/domain/access/x";`, arrows, /pure words/],
  ["server/vocabulary/x.ts", `import "node:fs";`, arrows, /pure words/],
  ["server/vocabulary/x.ts", `import "../domain/access/x";`, arrows, /full path/],
  ["server/vocabulary/x.ts", `export const now = new Date();`, syntax, /time is an argument/],
  ["server/domain/somewhere/x.ts", `import "@/server/db/work";`, arrows, /place among the others/],
  ["server/db/x.ts", `import "@/server/domain/audit/x";`, arrows, /knows no rules/],
  ["server/gateways/x.ts", `import "@/server/db/work";`, arrows, /let server\/jobs fetch/],
  ["server/domain/audit/x.ts", `import "@/server/domain/register/x";`, arrows, /may import only access:/],
  [
    "server/domain/register/x.ts",
    `import "@/server/domain/rota/x";`,
    arrows,
    /may import only access, audit/,
  ],
  ["server/domain/rota/x.ts", `import type { X } from "@/server/domain/alert/x";`, arrows, /further up/],
  ["server/domain/alert/x.ts", `import "@/server/domain/lookup/x";`, arrows, /further up/],
  ["server/domain/lookup/x.ts", `import "@/server/domain/insight/x";`, arrows, /further up/],
  ["server/domain/lookup/x.ts", `import "@/server/gateways/web-push";`, arrows, /leave a job/],
  ["server/domain/lookup/x.ts", `import "@/server/api/x";`, arrows, /throw a Refusal/],
  ["server/domain/lookup/x.ts", `import "next-auth";`, arrows, /throw a Refusal/],
  ["server/domain/lookup/x.ts", `await import("@/server/api/x");`, syntax, /hides an arrow/],
  ["server/domain/lookup/x.ts", `export const now = Date.now();`, syntax, /time is an argument/],
  ["server/domain/insight/x.ts", `await work.tx.plan.create({});`, syntax, /only reads/],
  ["server/domain/insight/x.ts", `await tx.plan.deleteMany();`, syntax, /only reads/],
  ["server/domain/insight/x.ts", "await work.tx.$executeRaw`delete from plan`;", syntax, /only reads/],
  ["server/domain/practice/x.ts", `import "@/server/domain/lookup/x";`, arrows, /tells nobody/],
  ["server/domain/practice/x.ts", `import "@/server/db/outbox";`, arrows, /tells nobody/],
  ["app/(crew)/practice/x.tsx", `import "@/app/(crew)/check/use-question";`, arrows, /tells nobody/],
  ["app/(crew)/practice/x.tsx", `import "@/app/_pwa/waiting/keep-for-later";`, arrows, /tells nobody/],
  ["server/api/routers/x.ts", `import "@/server/db/client";`, arrows, /write a use case/],
  ["server/api/routers/x.ts", `import "@/server/gateways/web-push";`, arrows, /leave a job/],
  ["server/api/routers/x.ts", `import "@/server/gateways/demographics";`, arrows, /leave a job/],
  ["server/api/service.ts", `import "@/server/gateways/web-push";`, arrows, /leave a job/],
  ["server/api/service.ts", `import "@/server/gateways/demographics-token";`, arrows, /leave a job/],
  ["server/standards/fhir/x.ts", `import "@/server/api/procedures";`, arrows, /Doors do not know each other/],
  ["server/jobs/x.ts", `import "@/server/api/procedures";`, arrows, /door of their own/],
  ["server/jobs/x.ts", `import "@/server/demo/start";`, arrows, /demo is for the demo/],
  ["server/somewhere/x.ts", `import "@/server/db/work";`, arrows, /rooms of server/],
  ["app/(crew)/check/x.tsx", `import { x } from "@/server/api/root";`, arrows, /import types only/],
  ["app/(crew)/check/x.tsx", `import "@/server/domain/lookup/x";`, arrows, /import types only/],
  ["app/(crew)/check/x.tsx", `import type { X } from "@/server/db/client";`, arrows, /procedure/],
  ["app/(crew)/check/x.tsx", `await import("@/server/db/client");`, syntax, /hides an arrow/],
  ["app/_ui/x.tsx", `import "@/server/demo/personas";`, arrows, /demo is for the demo/],
  ["app/_ui/x.tsx", `export default 1;`, syntax, /by name/],
  ["app/api/x/route.ts", `import "@/server/db/client";`, arrows, /knocks on a door/],
  ["app/api/x/route.ts", `import "@/server/domain/lookup/x";`, arrows, /import types only/],
  ["next.config.ts", `import "@/server/demo/start";`, arrows, /demo is for the demo/],
  ["server/domain/alert/index.ts", `export * from "./x";`, syntax, /No barrels/],
  ["server/domain/alert/index.ts", `export { x } from "./x";`, syntax, /what another file owns/],
  ["test/support/x.ts", `export * from "@/server/demo/x";`, syntax, /No barrels/],
  ["server/domain/alert/utils.ts", `export const x = 1;`, syntax, /no name/],
];

const allowed: readonly (readonly [file: string, code: string])[] = [
  ["server/vocabulary/x.ts", `import "zod"; import "@/server/vocabulary/ids"; import "./ids";`],
  ["server/vocabulary/x.ts", `export const day = (at: string) => new Date(at);`],
  ["server/db/x.ts", `import "@/server/vocabulary/ids"; import "pg"; import "@/server/db/generated/client";`],
  [
    "server/gateways/x.ts",
    `import "@/server/vocabulary/ids"; import "node:https"; export const now = new Date();`,
  ],
  ["server/domain/access/x.ts", `import "@/server/domain/audit/x"; import "@/server/db/work";`],
  ["server/domain/alert/x.ts", `import "@/server/domain/rota/x"; import "@/server/domain/push/x";`],
  ["server/domain/lookup/x.ts", `import "@/server/domain/alert/x"; import "@/server/domain/lookup/y";`],
  ["server/domain/insight/x.ts", `import "@/server/domain/lookup/x"; new Map().delete(1);`],
  ["server/api/x.ts", `import "@/server/db/work"; import "@/server/domain/lookup/x"; import "@trpc/server";`],
  ["server/domain/practice/x.ts", `import "@/server/db/work"; import "@/server/domain/audit/record-audit";`],
  ["app/(crew)/practice/x.tsx", `import "@/app/_ui/button"; import "@/app/(crew)/check/card-view";`],
  ["server/api/service.ts", `import "@/server/db/client"; import "@/server/gateways/demographics-of";`],
  ["server/standards/fhir/x.ts", `import "@/server/domain/lookup/x"; import "@/server/standards/fhir/y";`],
  ["server/jobs/x.ts", `import "@/server/gateways/web-push"; import "@/server/db/outbox";`],
  ["server/demo/x.ts", `import "@/server/jobs/worker"; import "../../prisma/seed/x";`],
  [
    "app/(crew)/check/page.tsx",
    `import type { X } from "@/server/api/root"; export default function Page() { return 1; }`,
  ],
  ["app/_ui/x.tsx", `import "@/server/vocabulary/ids"; import type { X } from "@/server/domain/lookup/x";`],
  ["app/_ui/x.tsx", `await import("@/app/_ui/chart");`],
  ["app/_trpc/server.ts", `import "server-only"; import { x } from "@/server/api/root";`],
  ["app/api/x/route.ts", `import { x } from "@/server/standards/fhir/x"; export { x as GET };`],
  [
    "test/support/x.ts",
    `import "@/server/demo/x"; import "../../server/db/client"; export { expect } from "@playwright/test";`,
  ],
];

const withoutTypes = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

for (const [file, code, rule, advice] of forbidden) {
  test(`${file} may not say: ${code}`, async () => {
    const findings = await lint(withoutTypes, { file, code });

    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.advice).toMatch(advice);
  });
}

for (const [file, code] of allowed) {
  test(`${file} may say: ${code}`, async () => {
    expect(await lint(withoutTypes, { file, code })).toEqual([]);
  });
}

// Rules that need types need a file that the compiler knows; the text is made up all the same.
const withTypes = new ESLint();
const knownFile = "test/domain/arrows.test.ts";

const mistakes = {
  "a promise that nobody awaits": [
    `async function save(): Promise<void> { await fetch("/"); } save();`,
    "@typescript-eslint/no-floating-promises",
  ],
  "a switch that forgets a kind": [
    `export function f(kind: "held" | "none") { switch (kind) { case "held": return 1; } return 2; }`,
    "@typescript-eslint/switch-exhaustiveness-check",
  ],
  "a default that hides a forgotten kind": [
    `export function f(kind: "held" | "none") { switch (kind) { case "held": return 1; default: return 2; } }`,
    "@typescript-eslint/switch-exhaustiveness-check",
  ],
  "a value that is only said to be there": [
    `export const f = (list: readonly string[]) => list[0]!.length;`,
    "@typescript-eslint/no-non-null-assertion",
  ],
  "an any": [`export const f = (value: any) => [value];`, "@typescript-eslint/no-explicit-any"],
  "a type imported as a value": [
    `import { Page } from "@playwright/test"; export const f = (page: Page) => page.url();`,
    "@typescript-eslint/consistent-type-imports",
  ],
  "a function with four parameters": [
    `export const f = (a: string, b: string, c: string, d: string) => a + b + c + d;`,
    "max-params",
  ],
  "a test whose body is longer than 40 lines": [
    `import { test } from "@playwright/test"; test("x", () => {\n${"test.slow();\n".repeat(41)}});`,
    "lantern/test-body",
  ],
} as const;

for (const [mistake, [code, rule]] of Object.entries(mistakes)) {
  test(`lint reports ${mistake}`, async () => {
    const findings = await lint(withTypes, { file: knownFile, code });

    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });
}

test("lint accepts a switch that names every kind", async () => {
  const code = `export function f(kind: "held" | "none") { switch (kind) { case "held": return 1; case "none": return 2; } }`;

  expect(await lint(withTypes, { file: knownFile, code })).toEqual([]);
});

/** Unused names and empty bodies of the made-up snippets are beside the point. */
async function lint(eslint: ESLint, { file, code }: { readonly file: string; readonly code: string }) {
  const results = await eslint.lintText(code, { filePath: file });
  return results
    .flatMap((result) => result.messages)
    .filter(({ ruleId }) => ruleId !== "@typescript-eslint/no-unused-vars")
    .map(({ ruleId, message }) => ({ rule: ruleId, advice: message }));
}
