import { runInNewContext } from "node:vm";
import { expect, test } from "@playwright/test";
import { lookScript, parseLook } from "@/app/_looks/look-store";

const written = [
  { written: null, scheme: "system", hand: "right" },
  { written: "", scheme: "system", hand: "right" },
  { written: "dark left", scheme: "dark", hand: "left" },
  { written: "light right", scheme: "light", hand: "right" },
  { written: "system left", scheme: "system", hand: "left" },
  { written: "dark", scheme: "dark", hand: "right" },
  { written: "darkest leftish", scheme: "system", hand: "right" },
  { written: "left dark", scheme: "system", hand: "right" },
  { written: "dark left 9990000018", scheme: "dark", hand: "left" },
] as const;

for (const { written: text, scheme, hand } of written) {
  test(`a phone that has kept ${JSON.stringify(text)} looks ${scheme}, for the ${hand} hand, before and after its script`, () => {
    expect(parseLook(text)).toEqual({ scheme, hand });

    const early = shownBy({ getItem: () => text });
    expect(early.scheme ?? "system").toBe(scheme);
    expect(early.hand ?? "right").toBe(hand);
  });
}

test("a phone that lets nobody read its storage looks as it comes", () => {
  const shut = {
    getItem: () => {
      throw new Error("shut");
    },
  };

  expect(shownBy(shut)).toEqual({});
});

/** What the line in the page's head marks the page with. */
function shownBy(localStorage: { getItem: () => string | null }): { scheme?: string; hand?: string } {
  const dataset = {};
  runInNewContext(lookScript, { localStorage, document: { documentElement: { dataset } } });
  return dataset;
}
