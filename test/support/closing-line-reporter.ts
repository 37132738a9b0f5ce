import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FullResult, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import type { Tally } from "@/test/support/tally";

/** Where the counts of the latest run are left for `test/run.ts`, which adds the checks and prints the closing line. */
export const COUNTS_FILE = "node_modules/.cache/lantern-test-counts.json";

/** Counts how tests ended. A test that was meant to run and did not counts as failed. */
export default class ClosingLineReporter implements Reporter {
  #tests: readonly TestCase[] = [];
  #errorsOutsideTests = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#tests = suite.allTests();
  }

  onError(): void {
    this.#errorsOutsideTests += 1;
  }

  onEnd(result: FullResult): void {
    const endings = this.#tests.map(endingOf);
    const tally: Tally = {
      passed: endings.filter((ending) => ending === "passed").length,
      failed: endings.filter((ending) => ending === "failed").length + this.#errorsOutsideTests,
      skipped: endings.filter((ending) => ending === "skipped").length,
    };
    // A time-out of the whole run, say: nothing failed, and yet it did not pass.
    const isHiddenFailure = result.status !== "passed" && tally.failed === 0;
    mkdirSync(path.dirname(COUNTS_FILE), { recursive: true });
    writeFileSync(COUNTS_FILE, JSON.stringify(isHiddenFailure ? { ...tally, failed: 1 } : tally));
  }

  printsToStdio(): boolean {
    return false;
  }
}

function endingOf(test: TestCase): keyof Tally {
  switch (test.outcome()) {
    case "expected":
      return "passed";
    case "skipped":
      return test.expectedStatus === "skipped" ? "skipped" : "failed";
    case "flaky":
    case "unexpected":
      return "failed";
  }
}
