import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { watchChanges } from "@/server/api/watch-changes";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import { acknowledgeAlert, Acknowledged } from "@/server/domain/alert/acknowledge-alert";
import { countWaiting } from "@/server/domain/alert/count-waiting";
import { listAlerts } from "@/server/domain/alert/list-alerts";
import { readAlert } from "@/server/domain/alert/read-alert";
import { watchAlert } from "@/server/domain/alert/watch-alert";
import { AlertId } from "@/server/vocabulary/ids";

const OneAlert = z.object({ alertId: AlertId });

export const alertRouter = router({
  list: permitted("alert:read").query(({ ctx }) => ctx.work(listAlerts)),

  read: permitted("alert:read")
    .input(OneAlert)
    .query(({ ctx, input }) => ctx.work((work) => readAlert(work, input.alertId))),

  acknowledge: permitted("alert:acknowledge")
    .input(OneAlert)
    .output(Acknowledged)
    .mutation(({ ctx, input }) => ctx.work((work) => acknowledgeAlert(work, input.alertId))),

  /** The standing that the duty list is made from, to be compared with `liveList`. */
  waiting: permitted("alert:read").query(({ ctx }) => ctx.work(countWaiting)),

  /** Says when something has happened to the alert, so that its page is read again. */
  live: permitted("alert:read")
    .input(OneAlert)
    .subscription(({ ctx, input, signal }) =>
      watchChanges(ctx, signal, {
        channel: alertsChannel,
        read: (work) => watchAlert(work, input.alertId),
        isConcerned: (alertId) => alertId === input.alertId,
      }),
    ),

  /** Says when the duty list has changed: how many wait, and when anything last happened. */
  liveList: permitted("alert:read").subscription(({ ctx, signal }) =>
    watchChanges(ctx, signal, {
      channel: alertsChannel,
      read: countWaiting,
      isConcerned: () => true,
    }),
  ),
});
