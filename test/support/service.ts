import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

interface OfTest {
  /** The instant at which the test plays. */
  readonly now: Date;
  /** A database that only this test uses, so that everything in it can be counted. */
  readonly own: DatabaseUrls;
  readonly world: World;
  readonly service: TestService;
}

/** `test` with a whole service of its own, and one world in it. */
export const test = base.extend<OfTest>({
  now: async ({}, use) => use(new Date("2026-11-23T21:14:00Z")),
  own: async ({ freshDatabase }, use) => use(await freshDatabase()),
  world: async ({ own, now }, use) => use(await makeWorld(own, now)),
  service: async ({ own }, use) => {
    const service = makeService(own.appUrl);
    await use(service);
    await service.stop();
  },
});
