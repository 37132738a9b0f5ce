import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { ExportForm } from "@/server/vocabulary/look-record";
import { test as base } from "@/test/support/database";
import { fillWorld, type FullWorld } from "@/test/support/make-full-world";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

export const now = new Date("2026-11-23T21:14:00Z");
export const later = new Date("2026-12-01T09:00:00Z");

interface OfDesk {
  readonly world: World;
  readonly service: TestService;
  readonly full: FullWorld;
  readonly officer: PersonActor;
  /** What the officer opened, and how each file of it is taken away. */
  readonly taken: Taken;
}

interface Taken {
  readonly json: Buffer;
  readonly signature: string;
  readonly sealed: string;
  readonly file: (form: ExportForm) => Promise<Buffer>;
}

/** `test` with a full world and its privacy officer. */
export const test = base.extend<OfDesk>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  full: async ({ world, service }, use) => use(await fillWorld(world, service, now)),
  officer: async ({ world }, use) => use(await world.person("privacy-officer", "Owen Test")),
  taken: async ({ service, full, officer }, use) => {
    const caller = callerOf(service, officer);
    const { sealed } = await caller.looks.open({ nhsNumber: full.child.nhsNumber });
    const file = async (form: ExportForm) =>
      Buffer.from((await caller.looks.export({ sealed, form })).base64, "base64");
    await use({ json: await file("json"), signature: (await file("signature")).toString(), sealed, file });
  },
});

/** The procedures as this person calls them, some days after. */
export function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now: later });
}
