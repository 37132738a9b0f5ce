import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import { withWork, type Work } from "@/server/db/work";
import type { Role } from "@/server/vocabulary/permission";
import { countFigures } from "@/test/support/count-figures";
import { test as base } from "@/test/support/database";
import { migratedDatabase } from "@/test/support/database-server";
import { makePast, type Past } from "@/test/support/make-past";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const seed = 20261105;
/** When the past ends and was counted. */
export const pastNow = new Date("2026-11-05T22:30:00Z");

/** Two worlds with a random past that was counted. Tests read it and write nothing that is counted. */
export interface CountedPast {
  readonly urls: DatabaseUrls;
  readonly worlds: readonly [World, World];
  readonly past: Past;
  readonly service: TestService;
}

interface OfTest {
  /** Does a use case for a person of the first world in this role. */
  readonly as: <Result>(role: Role, useCase: (work: Work) => Promise<Result>) => Promise<Result>;
}

/** `test` with one such past for all tests of a worker: it holds the night on which the clocks go back. */
export const test = base.extend<OfTest, { counted: CountedPast }>({
  counted: [
    async ({}, use) => {
      const urls = await migratedDatabase();
      const worlds = [await makeWorld(urls, pastNow), await makeWorld(urls, pastNow)] as const;
      const from = new Date("2026-09-28T22:00:00Z");
      const past = await makePast({ seed, worlds, from, to: pastNow, count: 900 });
      const service = makeService(urls.appUrl);
      await countFigures(service.database, pastNow);
      await use({ urls, worlds, past, service });
      await service.stop();
      await urls.drop();
    },
    { scope: "worker" },
  ],
  as: async ({ counted }, use) =>
    use(async (role, useCase) => {
      const actor = await counted.worlds[0].person(role);
      return withWork(counted.service.database, { actor, now: pastNow }, useCase);
    }),
});
