import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { freePort } from "@/server/demo/demo-port";

/** Where an empty application of the same framework is built: inside the project, so that it finds the same packages. */
const emptyApp = path.resolve(".data/bench-empty-app");

const emptyFiles = {
  // Its own: the framework looks for these in the folders above.
  "next.config.mjs": "export default {};",
  "instrumentation.js": "export function register() {}",
  "package.json": '{ "name": "empty", "private": true, "type": "module" }',
  "app/layout.jsx":
    "export default function Layout({ children }) { return <html lang='en'><body>{children}</body></html>; }",
  "app/page.jsx": "export default function Page() { return <p>Nothing.</p>; }",
};

export interface EmptyApp {
  readonly origin: string;
  /** Ends it and takes its files away. */
  readonly stop: () => Promise<void>;
}

/** Builds and serves the floor of what a page of this framework can weigh and take. */
export async function startEmptyApp(): Promise<EmptyApp> {
  await rm(emptyApp, { recursive: true, force: true });
  for (const [file, text] of Object.entries(emptyFiles)) {
    await mkdir(path.dirname(path.join(emptyApp, file)), { recursive: true });
    await writeFile(path.join(emptyApp, file), text);
  }
  const next = path.resolve("node_modules/next/dist/bin/next");
  const build = spawn(process.execPath, [next, "build"], {
    cwd: emptyApp,
    stdio: ["ignore", "ignore", "inherit"],
  });
  await once(build, "exit");
  if (build.exitCode !== 0) throw new Error("the empty page could not be built");

  const port = String(await freePort());
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", port], {
    cwd: emptyApp,
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswered(origin);
  return {
    origin,
    stop: async () => {
      const ended = once(server, "exit");
      server.kill();
      await ended;
      await rm(emptyApp, { recursive: true, force: true });
    },
  };
}

async function untilAnswered(origin: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the empty page is not served");
}
