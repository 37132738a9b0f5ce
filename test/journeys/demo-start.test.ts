import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { ensureBuild } from "@/server/demo/demo-build";
import { startChild } from "@/server/demo/demo-child";
import { freePort, isPortTaken } from "@/server/demo/demo-port";
import { startDemo, type DemoProcess } from "@/test/support/demo-process";

type Start = (environment?: Readonly<Record<string, string>>) => DemoProcess;
interface OfTest {
  readonly directory: string;
  readonly port: number;
  /** `npm run demo`, with data of this test's own. */
  readonly start: Start;
}

const test = base.extend<OfTest>({
  directory: async ({}, use) => {
    const directory = await mkdtemp(path.join(tmpdir(), "lantern-demo-"));
    // Under root the database runs as another user, who has to be able to pass.
    await chmod(directory, 0o711);
    await use(directory);
    await rm(directory, { recursive: true, force: true });
  },
  port: async ({}, use) => use(await freePort()),
  start: async ({ directory, port }, use) => {
    const demos: DemoProcess[] = [];
    await use((environment = {}) => {
      const demo = startDemo({ directory, port, environment });
      demos.push(demo);
      return demo;
    });
    for (const demo of demos) demo.kill();
    for (const demo of demos) {
      await demo.ended;
      await expect.poll(demo.leftovers, { timeout: 40_000 }).toEqual([]);
    }
  },
});

// Every start here is a first one: a new database, filled.
test.describe.configure({ timeout: 180_000 });

test.beforeAll(async ({}, testInfo) => {
  testInfo.setTimeout(300_000);
  await ensureBuild(tmpdir(), () => undefined);
});

test("one command starts everything, and Ctrl-C leaves nothing of it behind", async ({ start, port }) => {
  const demo = start();
  await demo.says(`Ready on http://localhost:${String(port)}`);
  const firstPage = await fetch(`http://localhost:${String(port)}/`);

  expect(firstPage.status).toBe(200);
  expect(await firstPage.text()).toContain("Sign in to Lantern");
  expect(demo.output()).toContain(`http://localhost:${String(port)}/sign-in?login_hint=crew`);
  expect(demo.output()).toContain("999 000 0018");

  demo.interrupt();

  await demo.ended;
  expect(demo.output()).toMatch(/Stopping\s*$/);
  await expect.poll(demo.leftovers, { timeout: 30_000 }).toEqual([]);
  expect(await isPortTaken(port)).toBe(false);
});

test("a port that is in use is said plainly, before anything is started", async ({ start, port }) => {
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(port, "127.0.0.1", resolve));

  const demo = start();
  const exitCode = await demo.ended;
  stranger.close();

  expect(exitCode).toBe(1);
  expect(demo.output()).toContain(`Port ${String(port)} is in use`);
  expect(demo.output()).not.toContain("Starting");
});

test("a demo that was killed half-way, and again while it ran, starts as if nothing had happened", async ({
  start,
}) => {
  const halfWay = start();
  await halfWay.says("Filling it with invented authorities");
  halfWay.kill();

  const second = start();
  await second.says("Ready on");
  second.kill();

  const third = start();
  await third.says("Ready on");
  // Quick, since everything that takes time is there already.
  expect(third.output()).not.toMatch(/Building for production|Making a new database/);
});

test("a wrong setting stops the start and is named", async ({ start }) => {
  const demo = start({ RUNG_MINUTES: "soon" });

  expect(await demo.ended).toBe(1);
  expect(demo.output()).toContain("RUNG_MINUTES is wrong");
  expect(demo.output()).not.toContain("Ready on");
});

test("web by itself does not start without its settings, and names each", async ({ directory, port }) => {
  const web = startChild({
    name: "web",
    words: ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)],
    environment: { PATH: process.env["PATH"] ?? "" },
    logDirectory: directory,
  });

  expect(await web.ended).toBe(1);
  expect(web.lastWords()).toContain("DATABASE_URL is missing");
  expect(web.lastWords()).toContain("DEVICE_KEY is missing");
});
