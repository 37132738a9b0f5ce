import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium as playwrightChromium } from "@playwright/test";

const chromiums = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Stock Firefox: Playwright's own build cannot receive a web push. */
const firefoxes = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** Path of a Chromium or Chrome for the journeys (`CHROMIUM_PATH` wins), or undefined. */
export function findChromium(): string | undefined {
  return firstThere([process.env["CHROMIUM_PATH"], ...chromiums, playwrightChromium.executablePath()]);
}

/** Path of a stock Firefox for the push journeys (`FIREFOX_PATH` wins), or undefined. */
export function findFirefox(): string | undefined {
  return firstThere([process.env["FIREFOX_PATH"], ...firefoxes]);
}

/** Installs what is missing as far as this machine allows; throws with what to install by hand. */
export function ensureBrowsers(): void {
  if (findChromium() === undefined) tryCommand("playwright install chromium");
  if (isComplete()) return;

  if (process.platform === "linux" && process.getuid?.() === 0) {
    tryCommand("apt-get update && apt-get install -y --no-install-recommends chromium firefox-esr");
  }
  if (isComplete()) return;

  throw new Error(
    "The journeys need Chromium and Firefox. Install them, on Debian with `apt-get install chromium firefox-esr`, " +
      "or say where they are with CHROMIUM_PATH and FIREFOX_PATH.",
  );
}

function isComplete(): boolean {
  return findChromium() !== undefined && findFirefox() !== undefined;
}

function firstThere(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && path !== "" && existsSync(path));
}

function tryCommand(command: string): void {
  console.log(`  ${command}`);
  try {
    execSync(command, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    console.log("  that did not work");
  }
}
