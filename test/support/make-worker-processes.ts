import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { quietEvening } from "@/test/support/no-reach-checks";
import { testEnvironment } from "@/test/support/make-service";

interface WorkerSettings {
  /** Settings besides, or instead of, those that every test has. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whom the worker trusts besides: our push services (PEM). */
  readonly certificateAuthorityPem: string;
  /** More than so much of live objects, and the worker dies. */
  readonly heapMegabytes?: number;
}

/** Workers in processes of their own, as they run in production. */
export interface WorkerProcesses {
  /** Resolves when the worker has begun to look for work. */
  readonly start: () => Promise<ChildProcess>;
  /** Kills those that still run. */
  readonly end: () => Promise<void>;
}

export async function makeWorkerProcesses(settings: WorkerSettings): Promise<WorkerProcesses> {
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-worker-"));
  const authority = path.join(directory, "authority.pem");
  await writeFile(authority, settings.certificateAuthorityPem);
  const { heapMegabytes } = settings;
  const limit = heapMegabytes === undefined ? [] : [`--max-old-space-size=${String(heapMegabytes)}`];
  const env = {
    ...process.env,
    ...testEnvironment,
    PUSH_CERTIFICATE_AUTHORITY_FILE: authority,
    LOG_LEVEL: "info",
    REACH_CHECK_AT: quietEvening(),
    ...settings.environment,
  };
  const started: ChildProcess[] = [];
  return {
    start: async () => {
      const worker = spawn(process.execPath, [...limit, "--import", "tsx", "server/jobs/worker.ts"], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      started.push(worker);
      await firstLineWith(worker, "worker started");
      return worker;
    },
    end: async () => {
      await Promise.all(started.map(end));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function firstLineWith(worker: ChildProcess, text: string): Promise<void> {
  if (!worker.stdout) throw new Error("the worker's output is not read");
  for await (const line of createInterface({ input: worker.stdout })) {
    if (line.includes(text)) return void worker.stdout.resume();
  }
  throw new Error(`the worker ended before it said "${text}"`);
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}
