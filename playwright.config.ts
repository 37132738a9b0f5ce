import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "@/test/support/browsers";

const chromium = findChromium();

/** One runner, four lanes; only the journeys need a browser and a built app (`npm run test:journeys` sees to both). */
export default defineConfig({
  testDir: "test",
  outputDir: "test-results",
  workers: 2,
  // A test that passes at the second attempt is a fault of the test or of the service, and has an owner.
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 30_000,
  reporter: [["list"], ["./test/support/closing-line-reporter.ts"]],
  globalSetup: "./test/support/global-setup.ts",
  projects: [
    { name: "rules", testMatch: ["domain/**/*.test.ts", "feeds/**/*.test.ts"] },
    { name: "doors", testMatch: ["api/**/*.test.ts", "standards/**/*.test.ts"] },
    { name: "time", testMatch: "jobs/**/*.test.ts" },
    {
      name: "journeys",
      testMatch: "journeys/**/*.test.ts",
      // Long enough for a machine that is busy with something else: how quick a page is, no journey judges.
      timeout: 120_000,
      expect: { timeout: 20_000 },
      use: {
        ...devices["Desktop Chrome"],
        viewport: { width: 390, height: 844 },
        locale: "en-GB",
        timezoneId: "Europe/London",
        screenshot: "only-on-failure",
        launchOptions: chromium === undefined ? {} : { executablePath: chromium },
      },
    },
  ],
});
