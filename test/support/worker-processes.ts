import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { storySettings, test as base } from "@/test/support/alert-story";
import { quietEvening } from "@/test/support/no-reach-checks";
import { testEnvironment } from "@/test/support/make-service";

interface OfTest {
  /** Starts a worker in a process of its own on the story's database; resolves when it has begun to look for work. */
  readonly startWorker: () => Promise<ChildProcess>;
}

/** Playwright's `test` with a story and real workers, which end with the test. */
export const test = base.extend<OfTest>({
  startWorker: async ({ story }, use) => {
    const directory = await mkdtemp(path.join(tmpdir(), "lantern-worker-"));
    const authority = path.join(directory, "authority.pem");
    await writeFile(authority, story.push.certificateAuthorityPem);
    const environment = {
      ...process.env,
      ...testEnvironment,
      ...storySettings(story.push),
      DATABASE_URL: story.urls.appUrl,
      PUSH_CERTIFICATE_AUTHORITY_FILE: authority,
      PUSH_TIMEOUT_MILLISECONDS: "30000",
      LOG_LEVEL: "info",
      REACH_CHECK_AT: quietEvening(),
    };
    const started: ChildProcess[] = [];
    await use(async () => {
      const worker = spawn(process.execPath, ["--import", "tsx", "server/jobs/worker.ts"], {
        env: environment,
        stdio: ["ignore", "pipe", "inherit"],
      });
      started.push(worker);
      await firstLineWith(worker, "worker started");
      return worker;
    });
    await Promise.all(started.map(end));
    await rm(directory, { recursive: true, force: true });
  },
});

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
