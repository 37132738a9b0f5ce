import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { watchChanges } from "@/server/api/watch-changes";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import { acceptAlerts } from "@/server/domain/alert/hold/accept-alerts";
import { acknowledgeAlert, Acknowledged } from "@/server/domain/alert/hold/acknowledge-alert";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { declineAlert } from "@/server/domain/alert/hold/decline-alert";
import { handOverAlerts } from "@/server/domain/alert/hold/hand-over-alerts";
import { listColleagues } from "@/server/domain/alert/hold/list-colleagues";
import { promiseCallBack, promiseMinutes } from "@/server/domain/alert/hold/promise-call-back";
import { reopenAlert } from "@/server/domain/alert/hold/reopen-alert";
import { countWaiting } from "@/server/domain/alert/count-waiting";
import { listAlerts } from "@/server/domain/alert/list-alerts";
import { readAlert } from "@/server/domain/alert/read-alert";
import { watchAlert } from "@/server/domain/alert/watch-alert";
import { alertOutcomes } from "@/server/vocabulary/alert-outcome";
import { AlertId, PersonId } from "@/server/vocabulary/ids";

const OneAlert = z.object({ alertId: AlertId });
const SeveralAlerts = z.object({ alertIds: z.array(AlertId).min(1).max(100) });

export const alertRouter = router({
  list: permitted("alert:read").query(({ ctx }) => ctx.work(listAlerts)),

  read: permitted("alert:read")
    .input(OneAlert)
    .query(({ ctx, input }) => ctx.work((work) => readAlert(work, input.alertId))),

  acknowledge: permitted("alert:acknowledge")
    .input(OneAlert)
    .output(Acknowledged)
    .mutation(({ ctx, input }) => ctx.work((work) => acknowledgeAlert(work, input.alertId))),

  /** "Not me": the next person is told at once. */
  decline: permitted("alert:acknowledge")
    .input(OneAlert)
    .mutation(({ ctx, input }) => ctx.work((work) => declineAlert(work, input.alertId))),

  /** Who could be handed an alert. */
  colleagues: permitted("alert:hand-over").query(({ ctx }) => ctx.work(listColleagues)),

  handOver: permitted("alert:hand-over")
    .input(SeveralAlerts.extend({ toPersonId: PersonId }))
    .mutation(({ ctx, input }) => ctx.work((work) => handOverAlerts(work, input))),

  accept: permitted("alert:hand-over")
    .input(SeveralAlerts)
    .mutation(({ ctx, input }) => ctx.work((work) => acceptAlerts(work, input.alertIds))),

  promise: permitted("alert:close")
    .input(OneAlert.extend({ minutes: z.literal(promiseMinutes) }))
    .mutation(({ ctx, input }) => ctx.work((work) => promiseCallBack(work, input))),

  close: permitted("alert:close")
    .input(OneAlert.extend({ outcome: z.enum(alertOutcomes), detail: z.string().max(4_000).optional() }))
    .mutation(({ ctx, input: { detail, ...closing } }) =>
      ctx.work((work) => closeAlert(work, { ...closing, ...(detail !== undefined && { detail }) })),
    ),

  reopen: permitted("alert:close")
    .input(OneAlert)
    .mutation(({ ctx, input }) => ctx.work((work) => reopenAlert(work, input.alertId))),

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
