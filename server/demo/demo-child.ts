import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { watchChild } from "@/server/demo/demo-watch";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ChildOptions {
  readonly name: string;
  /** Words after the node command: a script and its arguments, from the repository's root. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logDirectory: string;
}

/** A running part of the product, known by its process id. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves with the exit code, or the signal's name, when it has ended for whatever reason. */
  readonly ended: Promise<number | string>;
  readonly hasEnded: () => boolean;
  /** The last lines that it said. */
  readonly lastWords: () => string;
  /** Asks it to stop; after `patienceMilliseconds` makes it stop. */
  stop(patienceMilliseconds?: number): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a part of the product as a process of its own; what it says goes to `<logDirectory>/<name>.log`. */
export function startChild({ name, words, environment, logDirectory }: ChildOptions): Child {
  const log = createWriteStream(path.join(logDirectory, `${name}.log`), { flags: "a", mode: 0o600 });
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...environment, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const endWatch = child.pid === undefined ? () => undefined : watchChild(child.pid);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes: Buffer) => {
      log.write(bytes);
      lines.push(...bytes.toString("utf8").split("\n"));
      lines.splice(0, lines.length - 30);
    });
  }

  let hasEnded = false;
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code ?? signal ?? "ended"));
  }).finally(() => {
    endWatch();
    hasEnded = true;
    log.end();
  });

  return {
    name,
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => hasEnded,
    lastWords: () => lines.filter((line) => line.trim() !== "").join("\n"),
    stop: (patienceMilliseconds = 8_000) => stopChild(child, ended, patienceMilliseconds),
    kill: () => stopChild(child, ended, 0),
  };
}

async function stopChild(child: ChildProcess, ended: Promise<unknown>, patience: number): Promise<void> {
  if (patience === 0) child.kill("SIGKILL");
  else child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(timer);
}
