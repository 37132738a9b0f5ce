import type { ChildProcess } from "node:child_process";
import { storySettings, test as base } from "@/test/support/alert-story";
import { makeWorkerProcesses } from "@/test/support/make-worker-processes";

interface OfTest {
  /** Starts a worker in a process of its own on the story's database; resolves when it has begun to look for work. */
  readonly startWorker: () => Promise<ChildProcess>;
}

/** Playwright's `test` with a story and real workers, which end with the test. */
export const test = base.extend<OfTest>({
  startWorker: async ({ story }, use) => {
    const { certificateAuthorityPem } = story.push;
    const workers = await makeWorkerProcesses({
      environment: {
        ...storySettings(story.push),
        DATABASE_URL: story.urls.appUrl,
        PUSH_TIMEOUT_MILLISECONDS: "30000",
      },
      certificateAuthorityPem,
    });
    await use(workers.start);
    await workers.end();
  },
});
