import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { endIncident } from "@/server/domain/incident/end-incident";
import { isOnCallOut } from "@/server/domain/incident/is-on-call-out";
import { readOwnIncident } from "@/server/domain/incident/read-own-incident";
import { recordUnidentified } from "@/server/domain/incident/record-unidentified";
import { IncidentId, RequestId } from "@/server/vocabulary/ids";
import { AskedIncident, Incident } from "@/server/vocabulary/asked-incident";
import { ageGuesses, mostUnidentified } from "@/server/vocabulary/incident";

/** The call-out to which several children belong. */
export const incidentRouter = router({
  /** The call that the person is on, as far as its cards are not cleared. */
  own: permitted("card:read").query(async ({ ctx }) => {
    const own = await ctx.work((work) => readOwnIncident(work, ctx.service.configuration));
    return own ?? null;
  }),

  /** Whether there is such a call, for the page that keeps a place for it. */
  isOn: permitted("card:read").query(({ ctx }) =>
    ctx.work((work) => isOnCallOut(work, ctx.service.configuration)),
  ),

  /** Children are here whom nobody can identify. */
  unidentified: permitted("visit:record")
    .input(
      z.object({
        incident: AskedIncident,
        requestId: RequestId,
        count: z.int().min(0).max(mostUnidentified),
        ageGuess: z.enum(ageGuesses),
      }),
    )
    .output(Incident)
    .mutation(({ ctx, input }) => ctx.work((work) => recordUnidentified(work, input))),

  /** The person goes on to another call. */
  end: permitted("visit:record")
    .input(z.object({ incidentId: IncidentId }))
    .mutation(({ ctx, input }) => ctx.work((work) => endIncident(work, input.incidentId))),
});
