import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChild } from "@/server/demo/demo-child";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = [
  "app",
  "server",
  "prisma",
  "public/icons",
  "next.config.ts",
  "package-lock.json",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
];
/** The steps of `npm run build`, each in words that Node takes, so that stopping the demo stops them too. */
export const buildSteps: readonly (readonly [program: string, ...words: string[]])[] = [
  ["node_modules/prisma/build/index.js", "generate"],
  ["node_modules/next/dist/bin/next", "build"],
  ["--import", "tsx", "app/_pwa/build-service-worker.ts"],
];
/** Made by the build itself. */
const products = [path.join(root, "server/db/generated")];

/** Makes the production build, unless the one that is there is newer than every source. */
export async function ensureBuild(
  logDirectory: string,
  onProgress: (message: string) => void,
): Promise<void> {
  // The service worker is the last thing that a build makes: where it is missing, the build was cut off.
  const builtAt = await changedAt(path.join(root, "public/sw.js"));
  const newest = Math.max(
    ...(await Promise.all(sources.map((source) => newestChange(path.join(root, source))))),
  );
  const isWhole = (await changedAt(path.join(root, ".next/BUILD_ID"))) > 0;
  if (isWhole && builtAt > newest) return;

  onProgress("Building for production (a minute or two, the first time)");
  const environment = { ...plainEnvironment(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const words of buildSteps) {
    const step = startChild({ name: "build", words, environment, logDirectory });
    const code = await step.ended;
    if (code !== 0) throw new Error(`The build failed (${String(code)}):\n${step.lastWords()}`);
  }
}

/** The environment of this process, as children are given it. */
export function plainEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

async function newestChange(place: string): Promise<number> {
  if (products.includes(place)) return 0;
  const entries = await readdir(place, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return changedAt(place);
  const changes = entries.map((entry) => newestChange(path.join(place, entry.name)));
  return Math.max(0, ...(await Promise.all(changes)));
}

/** Milliseconds since 1970; 0 where there is nothing. */
async function changedAt(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
