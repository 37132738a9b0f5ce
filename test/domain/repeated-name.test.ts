import { expect, test } from "@playwright/test";
import { hasRepeatedName } from "@/server/api/repeated-name";

const texts: readonly (readonly [string, boolean])[] = [
  [`{"a":1,"a":2}`, true],
  [`{"a":1,"b":{"a":2,"c":[{"d":1},{"d":2,"d":3}]}}`, true],
  // Written in two ways, and the same to whoever reads it.
  [String.raw`{"value":1,"v\u0061lue":2}`, true],
  [`{"a":{"b":1},"c":{"b":1}}`, false],
  [`[{"a":1},{"a":2}]`, false],
  // Not names: what stands in a text is no structure.
  [String.raw`{"a":"\"a\":1,{","b":"a:b"}`, false],
  [`["a","a"]`, false],
  [`"a"`, false],
  [`{}`, false],
];

for (const [text, isRepeated] of texts)
  test(`${text} ${isRepeated ? "has a name twice" : "has each name once"}`, () => {
    JSON.parse(text);
    expect(hasRepeatedName(text)).toBe(isRepeated);
  });

test("nesting as deep as a body can be is no trouble", () => {
  const deep = `${"[".repeat(120_000)}${"]".repeat(120_000)}`;
  expect(hasRepeatedName(deep)).toBe(false);
});
