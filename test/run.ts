import { readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { ensureBrowsers } from "@/test/support/browsers";
import { COUNTS_FILE } from "@/test/support/closing-line-reporter";
import { runStep, runStepsTogether, type Step } from "@/test/support/steps";
import { closingLine, oneFailed, onePassed, total, type Tally } from "@/test/support/tally";

// `tsx test/run.ts` does everything; `tsx test/run.ts check` or `… rules doors` does those parts only. What a part
// needs is seen to: generated code for all, browsers and a build for the journeys. The last line is the count.

const LANES = ["rules", "doors", "time", "journeys"] as const;
type Lane = (typeof LANES)[number];
type Part = "check" | Lane;
const PARTS: readonly Part[] = ["check", ...LANES];

const GENERATE: readonly Step[] = [
  { name: "generate database client", command: "npm run --silent db:generate" },
  { name: "generate route types", command: "next typegen" },
];

// Typed lint is kept by file, so it is asked afresh where its answer counts for others.
const LINT_CACHE =
  process.env["CI"] === undefined ? "--cache --cache-location node_modules/.cache/eslint/" : "";

const CHECKS: readonly Step[] = [
  { name: "format", command: "prettier --check --log-level warn --cache ." },
  { name: "lint", command: `eslint --max-warnings 0 ${LINT_CACHE} .` },
  { name: "types", command: "tsc --noEmit" },
  { name: "dead code", command: "knip --cache" },
];

Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" });

const tally = total(await runParts(chosenParts(process.argv.slice(2))));
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
console.log(`\n${closingLine(tally)}`);

function chosenParts(words: readonly string[]): readonly Part[] {
  const unknown = words.filter((word) => !PARTS.some((part) => part === word));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(", ")}. There are: ${PARTS.join(", ")}.`);
  return words.length === 0 ? PARTS : PARTS.filter((part) => words.includes(part));
}

async function runParts(parts: readonly Part[]): Promise<readonly Tally[]> {
  const generated = await runStepsTogether(GENERATE);
  const checked = parts.includes("check") ? await runStepsTogether(CHECKS) : [];
  const lanes = LANES.filter((lane) => parts.includes(lane));
  return [...generated, ...checked, ...(lanes.length > 0 ? await runLanes(lanes) : [])];
}

/** Without browsers or a build the journeys cannot run; that is one failure, and the other lanes still run. */
async function runLanes(lanes: readonly Lane[]): Promise<readonly Tally[]> {
  if (!lanes.includes("journeys")) return [await runTests(lanes)];

  const readiness = total([
    haveBrowsers(),
    await runStep({ name: "build", command: "npm run --silent build" }),
  ]);
  const possible = readiness.failed === 0 ? lanes : lanes.filter((lane) => lane !== "journeys");
  if (possible !== lanes) console.log("\n  The journeys do not run, since what they need is missing.");
  return [readiness, ...(possible.length > 0 ? [await runTests(possible)] : [])];
}

function haveBrowsers(): Tally {
  console.log("\n▸ browsers");
  try {
    ensureBrowsers();
    console.log("✓ browsers");
    return onePassed;
  } catch (error) {
    console.log(`✘ browsers\n  ${String(error)}`);
    return oneFailed;
  }
}

async function runTests(lanes: readonly Lane[]): Promise<Tally> {
  rmSync(COUNTS_FILE, { force: true });
  const projects = lanes.map((lane) => `--project=${lane}`).join(" ");
  const run = await runStep({ name: lanes.join(", "), command: `playwright test ${projects}` });

  const counts = readCounts();
  return run.failed > 0 && counts.failed === 0 ? total([counts, oneFailed]) : counts;
}

function readCounts(): Tally {
  const Counts = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
  try {
    return Counts.parse(JSON.parse(readFileSync(COUNTS_FILE, "utf8")));
  } catch {
    return oneFailed;
  }
}
