import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { chooseCareSetting } from "@/server/domain/access/choose-care-setting";
import { readControlRoom } from "@/server/domain/access/read-control-room";
import { listCareSettings } from "@/server/domain/access/list-care-settings";
import { CareSettingId } from "@/server/vocabulary/ids";

export const sessionRouter = router({
  /** Who is signed in, for the head of every page. */
  me: permitted("session:read").query(({ ctx }) => ({
    name: ctx.actor.name,
    role: ctx.actor.role,
    organisationName: ctx.actor.organisationName,
    careSettingName: ctx.actor.careSettingName,
  })),

  /** Where the person can say that they work this shift. */
  settings: permitted("setting:choose").query(({ ctx }) => ctx.work(listCareSettings)),

  /** Whom to ring in the own control room; null where there is none. */
  controlRoom: permitted("setting:choose").query(({ ctx }) => ctx.work(readControlRoom)),

  chooseSetting: permitted("setting:choose")
    .input(z.object({ careSettingId: CareSettingId }))
    .mutation(({ ctx, input }) => ctx.work((work) => chooseCareSetting(work, input.careSettingId))),
});
