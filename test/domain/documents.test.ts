import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";

const root = path.join(import.meta.dirname, "..", "..");

for (const document of ["docs/security.md", "docs/clinical-safety.md"]) {
  test(`every test and file that ${document} relies on exists`, () => {
    const text = readFileSync(path.join(root, document), "utf8");

    const named = [...text.matchAll(/`((?:test|server|docs)\/[\w./-]+)`/g)].map(([, file = ""]) => file);

    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
}
