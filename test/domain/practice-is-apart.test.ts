import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { importsOf, reachedFrom } from "@/test/support/walk-imports";

const screen = "app/(crew)/practice/practice-screen.tsx";
const rules = "server/domain/practice";

/** What could ask about a child, or tell somebody. */
const forbidden = [
  /^server\/(domain|db|jobs|gateways|api)\//,
  /^app\/_pwa\/waiting\//,
  /^app\/_messages\//,
  /check\/(use-question|use-alert-progress|after-answer|check-screen|could-not-check)\./,
  /check\/call\//,
  /check\/visit\/(referral-form|summary-form|visit-panel)/,
];

test("nothing that practice shows can reach a question, an alert, a message or a waiting question", async () => {
  const reached = await reachedFrom(screen);

  expect(reached).toContain("server/vocabulary/practice-answer.ts");
  expect(reached).toContain("app/(crew)/check/card-view.tsx");
  expect(reached.filter((file) => forbidden.some((pattern) => pattern.test(file)))).toEqual([]);
});

test("the walk finds what it looks for where it is: from a real check", async () => {
  const reached = await reachedFrom("app/(crew)/check/check-screen.tsx");

  expect(reached).toContain("app/(crew)/check/use-question.ts");
  expect(reached).toContain("app/_pwa/waiting/keep-while-asking.ts");
});

test("the one procedure that practice calls says that somebody has practised", async () => {
  const called = new Set<string>();
  for (const file of await reachedFrom(screen)) {
    const text = await readFile(file, "utf8");
    for (const [call] of text.matchAll(/\btrpc\.\w+\.\w+/g)) called.add(call);
  }

  expect([...called]).toEqual(["trpc.practice.record"]);
});

test("no file of practice speaks to the network by itself", async () => {
  for (const file of await reachedFrom(screen)) {
    if (file === "app/_trpc/browser.ts") continue;
    const text = await readFile(file, "utf8");
    expect(text, file).not.toMatch(/\b(sendBeacon|XMLHttpRequest|EventSource|WebSocket)\b|caches\.open/);
  }
});

test("the rules of practice know their own files, the audit and the transaction, and nothing else", async () => {
  const files = await readdir(rules);
  const imported = await Promise.all(files.map((file) => importsOf(path.join(rules, file))));

  const beyond = imported.flat().filter((file) => !/^server\/(vocabulary|domain\/practice)\//.test(file));
  expect([...new Set(beyond)]).toEqual(["server/domain/audit/record-audit.ts"]);
});

test("the rules of practice write to one table", async () => {
  for (const file of await readdir(rules)) {
    const text = await readFile(path.join(rules, file), "utf8");
    const models = [...text.matchAll(/\btx\.(\w+)\./g)].map(([, model]) => model);
    const tables = [
      ...text.matchAll(/\b(?:insert into|update|delete from|join|from) (\w+)\b(?= set| \()/g),
    ].map(([, table]) => table);
    expect(
      models.filter((model) => model !== "practiceRun"),
      file,
    ).toEqual([]);
    expect(
      tables.filter((table) => table !== "practice_run"),
      file,
    ).toEqual([]);
  }
});
