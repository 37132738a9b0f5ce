import { expect, test } from "@playwright/test";
import { parseNextPath } from "@/server/vocabulary/next-path";

for (const path of ["/", "/duty/alerts/0190", "/feeds?page=2", "/check/1"]) {
  test(`${path} is a page to come back to`, () => {
    expect(parseNextPath(path)).toBe(path);
  });
}

const strays = [
  "",
  "duty",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/./\\evil.example",
  "/..//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/api/auth/signin/council",
  "/sign-in",
  "/sign-in?next=/",
  " /duty",
  undefined,
  null,
];

for (const stray of strays) {
  test(`${stray === undefined ? "nothing" : JSON.stringify(stray)} is not`, () => {
    expect(parseNextPath(stray)).toBeUndefined();
  });
}
