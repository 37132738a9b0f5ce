import { randomUUID } from "node:crypto";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { handCard } from "@/server/domain/lookup/hand-over/hand-card";
import { openHandedCard } from "@/server/domain/lookup/hand-over/open-handed-card";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CallSign } from "@/server/vocabulary/call-sign";
import type { CardReceiver } from "@/server/vocabulary/handed-card";
import {
  CareSettingId,
  IncidentId,
  RequestId,
  type CardHandoverId,
  type LookupId,
} from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import type { ResultCard } from "@/server/vocabulary/result-card";
import { test as base } from "@/test/support/database";
import { makeWorld, type World } from "@/test/support/make-world";

/** When control looks. */
export const now = new Date("2026-11-23T21:14:00Z");
export const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const settings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 100,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
} as const;
export const em401 = { callSign: CallSign.parse("EM401") };

interface Given {
  readonly world: World;
  readonly control: PersonActor;
  readonly priya: PersonActor;
  readonly service: Database;
  readonly does: <Result>(
    who: PersonActor,
    useCase: (work: Work) => Promise<Result>,
    minutes?: number,
  ) => Promise<Result>;
  /** Control looks the child of this number up, as part of a call. */
  readonly looksUp: (nhsNumber?: NhsNumber, minutes?: number) => Promise<ResultCard>;
}

/** Playwright's `test` with a control room at a desk of its own, and Priya on EM401. */
export const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  control: async ({ world }, use) => {
    const careSettingId = CareSettingId.parse(randomUUID());
    await world.sql("insert into care_setting values ($1, $2, 'Operations centre', 'control-room')", [
      careSettingId,
      world.trust.id,
    ]);
    const person = await world.person("control-room", "Tom Okafor");
    await use({ ...person, careSettingId, careSettingName: "Operations centre" });
  },
  priya: async ({ world, does }, use) => {
    const priya = await world.person("crew", "Priya Nair");
    await does(priya, (work) => chooseCallSign(work, em401.callSign));
    await use(priya);
  },
  service: async ({ database }, use) => {
    const service = connectDatabase({ url: database.appUrl, connections: 8 });
    await use(service);
    await service.$disconnect();
  },
  does: async ({ service }, use) =>
    use((actor, useCase, minutes = 0) => withWork(service, { actor, now: at(minutes) }, useCase)),
  looksUp: async ({ world, control, does }, use) =>
    use(async (nhsNumber, minutes = 0) => {
      const request = {
        requestId: RequestId.parse(randomUUID()),
        nhsNumber: nhsNumber ?? (await world.plan()).nhsNumber,
        reason: "injury" as const,
        incident: { incidentId: IncidentId.parse(randomUUID()) },
      };
      return does(control, (work) => lookUpChild(work, request, settings), minutes);
    }),
});

export const newRequest = () => RequestId.parse(randomUUID());

/** Hands the card of this look over: to EM401, unless told otherwise. */
export function hands(lookupId: LookupId, to: CardReceiver = em401, requestId = newRequest()) {
  return (work: Work) => handCard(work, { requestId, lookupId, to });
}

export function opens(handoverId: CardHandoverId, requestId = newRequest()) {
  return (work: Work) => openHandedCard(work, { handoverId, requestId }, settings);
}

/** As sign-out, or somebody else's sign-in in the same browser, does. */
export function endsSession(
  world: World,
  { sessionId }: PersonActor,
  { endedBy, minutes }: { readonly endedBy: "signed-out" | "replaced"; readonly minutes: number },
) {
  return world.sql("update session set ended_at = $2, ended_by = $3 where id = $1", [
    sessionId,
    at(minutes),
    endedBy,
  ]);
}
