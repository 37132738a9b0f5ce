import { connectDatabase, type Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { test as base } from "@/test/support/database";
import { makeWorld, type World } from "@/test/support/make-world";

/** When these tests play, unless they say otherwise. */
export const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly crew: PersonActor;
  readonly service: Database;
  /** Somebody does something, now or then. */
  readonly does: <Result>(
    who: PersonActor,
    useCase: (work: Work) => Promise<Result>,
    when?: Date,
  ) => Promise<Result>;
}

/** Playwright's `test` with a world and a crew, for use cases that people run one after another. */
export const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  crew: async ({ world }, use) => use(await world.person("crew")),
  service: async ({ database }, use) => {
    const service = connectDatabase({ url: database.appUrl, connections: 8 });
    await use(service);
    await service.$disconnect();
  },
  does: async ({ service }, use) =>
    use((actor, useCase, when = now) => withWork(service, { actor, now: when }, useCase)),
});
