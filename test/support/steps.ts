import { spawn } from "node:child_process";
import { oneFailed, onePassed, type Tally } from "@/test/support/tally";

/** One thing to do before or beside the tests; it counts as one passed or failed. */
export interface Step {
  readonly name: string;
  /** Sent to a shell that finds what node_modules offers; works on every system that npm works on. */
  readonly command: string;
}

/** Runs a step and shows what it prints while it runs. */
export async function runStep({ name, command }: Step): Promise<Tally> {
  console.log(`\n▸ ${name}`);
  const startedAt = performance.now();
  const { isFine } = await runCommand(command, "shown");
  console.log(`${isFine ? "✓" : "✘"} ${name} ${since(startedAt)}`);
  return isFine ? onePassed : oneFailed;
}

/** Runs steps side by side and shows what each printed when it has ended, if it failed. */
export async function runStepsTogether(steps: readonly Step[]): Promise<readonly Tally[]> {
  console.log(`\n▸ ${steps.map((step) => step.name).join(", ")}`);
  return Promise.all(steps.map(runStepQuietly));
}

async function runStepQuietly({ name, command }: Step): Promise<Tally> {
  const startedAt = performance.now();
  const { isFine, output } = await runCommand(command, "kept");
  console.log(`${isFine ? "✓" : "✘"} ${name} ${since(startedAt)}`);
  if (isFine) return onePassed;

  console.log(`  ${command}\n${output}`);
  return oneFailed;
}

interface Ending {
  readonly isFine: boolean;
  readonly output: string;
}

function runCommand(command: string, output: "shown" | "kept"): Promise<Ending> {
  const pipe = output === "shown" ? "inherit" : "pipe";
  const child = spawn(command, { shell: true, stdio: ["ignore", pipe, pipe] });
  const heard: string[] = [];
  const hear = (text: string) => heard.push(text);
  child.stdout?.setEncoding("utf8").on("data", hear);
  child.stderr?.setEncoding("utf8").on("data", hear);

  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ isFine: code === 0, output: heard.join("") }));
  });
}

function since(startedAt: number): string {
  return `(${((performance.now() - startedAt) / 1000).toFixed(1)} s)`;
}
