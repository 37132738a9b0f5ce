import path from "node:path";
import { expect, test } from "@playwright/test";
import { compile, Logger } from "sass";

const root = path.join(import.meta.dirname, "..", "..");

test("each rule of the design system is sent once, and not again with every component that is made of it", () => {
  const { css } = compile(path.join(root, "app/globals.scss"), {
    loadPaths: [path.join(root, "node_modules"), path.join(root, "app")],
    logger: Logger.silent,
  });
  const rules = [...css.matchAll(/[^{}]+\{[^{}]*\}/g)].map(([rule]) => rule.trim());
  const repeated = rules.filter((rule, index) => rules.indexOf(rule) !== index);

  expect(rules.length).toBeGreaterThan(500);
  // The design system itself says a few things twice.
  expect(repeated.join("").length / css.length).toBeLessThan(0.02);
});
