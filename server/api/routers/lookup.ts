import { z } from "zod";
import type { Context } from "@/server/api/context";
import { permitted, router } from "@/server/api/procedures";
import { watchChanges } from "@/server/api/watch-changes";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import { readAlertProgress } from "@/server/domain/alert/read-alert-progress";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { readCard } from "@/server/domain/lookup/read-card";
import { LookupId } from "@/server/vocabulary/ids";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import { ResultCard } from "@/server/vocabulary/result-card";

export const lookupRouter = router({
  /** Unscheduled care: the authority is told. */
  child: permitted("child:look-up")
    .input(LookupRequest)
    .output(ResultCard)
    .mutation(({ ctx, input }) =>
      ctx.work((work) => lookUpChild(work, input, settingsOf(ctx, "unscheduled"))),
    ),

  /** Scheduled care: on record, nobody is told. */
  childSilently: permitted("child:look-up-silently")
    .input(LookupRequest)
    .output(ResultCard)
    .mutation(({ ctx, input }) => ctx.work((work) => lookUpChild(work, input, settingsOf(ctx, "scheduled")))),

  /** An own card again, until it clears. */
  card: permitted("card:read")
    .input(z.object({ lookupId: LookupId }))
    .output(ResultCard)
    .query(({ ctx, input }) =>
      ctx.work((work) => readCard(work, input.lookupId, settingsOf(ctx, "unscheduled"))),
    ),

  /** What becomes of the alerts of an own lookup, as it happens. */
  live: permitted("card:read")
    .input(z.object({ lookupId: LookupId }))
    .subscription(({ ctx, input, signal }) =>
      watchChanges(ctx, signal, {
        channel: alertsChannel,
        read: (work) => readAlertProgress(work, input.lookupId),
        isConcerned: (alertId, progress) => progress.some((alert) => alert.alertId === alertId),
      }),
    ),
});

function settingsOf({ service }: Context, mode: LookupSettings["mode"]): LookupSettings {
  return { ...service.configuration, mode };
}
