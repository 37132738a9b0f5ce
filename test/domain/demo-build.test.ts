import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { buildSteps } from "@/server/demo/demo-build";

const Scripts = z.object({ scripts: z.object({ build: z.string(), "db:generate": z.string() }) });

test("the demo builds in the steps of `npm run build`: a fresh clone has nothing else", async () => {
  const { scripts } = Scripts.parse(JSON.parse(await readFile("package.json", "utf8")));
  const asked = scripts.build.replace("npm run --silent db:generate", scripts["db:generate"]).split(" && ");

  expect(buildSteps.map(asTyped)).toEqual(asked);
});

/** `node_modules/next/dist/bin/next build` is typed as `next build`, and a script is run with `tsx`. */
function asTyped(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  if (first === "--import") return rest.join(" ");
  return [path.normalize(first).split(path.sep)[1], ...rest].join(" ");
}
