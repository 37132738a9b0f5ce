import { z } from "zod";
import { permitted, router, type PermittedContext } from "@/server/api/procedures";
import type { Context } from "@/server/api/context";
import { addShift } from "@/server/domain/rota/add-shift";
import { addShiftPattern } from "@/server/domain/rota/add-shift-pattern";
import { cancelShift } from "@/server/domain/rota/cancel-shift";
import { endShiftPattern } from "@/server/domain/rota/end-shift-pattern";
import { issueCalendarLink, revokeCalendarLink } from "@/server/domain/rota/issue-calendar-link";
import { listTeams } from "@/server/domain/rota/list-teams";
import { myShifts } from "@/server/domain/rota/my-shifts";
import { recordAbsence } from "@/server/domain/rota/record-absence";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { saveLadder } from "@/server/domain/rota/save-ladder";
import { setCover } from "@/server/domain/rota/set-cover";
import { showLadder } from "@/server/domain/rota/show-ladder";
import { showRota } from "@/server/domain/rota/show-rota";
import { swapShifts } from "@/server/domain/rota/swap-shifts";
import { takeOver } from "@/server/domain/rota/take-over";
import { undoChange } from "@/server/domain/rota/undo-change";
import { whoWouldBeTold } from "@/server/domain/rota/who-would-be-told";
import { OrganisationId } from "@/server/vocabulary/ids";
import {
  Ladder,
  OneTeam,
  Pattern,
  RotaInstant,
  RotaDate,
  Rung,
  SeenShift,
  Somebody,
  Span,
} from "@/server/vocabulary/rota-request";

export const rotaRouter = router({
  /** The teams that one may look at. */
  teams: permitted("rota:read").query(({ ctx }) => ctx.work(listTeams)),

  /** One week of a team's rota, what is wrong in the next 28 days, and what it is made of. */
  week: permitted("rota:read")
    .input(OneTeam.extend({ day: RotaDate }))
    .query(({ ctx, input }) => ctx.work((work) => showRota(work, input))),

  /** Whom an alert would ring at an instant, and why. */
  told: permitted("rota:read")
    .input(z.object({ authorityId: OrganisationId, at: RotaInstant }))
    .query(({ ctx, input }) => ctx.work((work) => whoWouldBeTold(work, input, settingsOf(ctx)))),

  /** The ladder of a team, and which teams one's authority has. */
  ladder: permitted("rota:read")
    .input(OneTeam)
    .query(({ ctx, input }) => ctx.work((work) => showLadder(work, input.teamId))),

  /** One's own shifts, those to swap with, and one's calendar. */
  mine: permitted("rota:read").query(({ ctx }) => ctx.work(myShifts)),

  addPattern: permitted("rota:change")
    .input(Pattern)
    .mutation(({ ctx, input }) => ctx.work((work) => addShiftPattern(work, input))),

  endPattern: permitted("rota:change")
    .input(z.object({ patternId: z.uuid(), lastOn: RotaDate }))
    .mutation(({ ctx, input }) => ctx.work((work) => endShiftPattern(work, input))),

  addShift: permitted("rota:change")
    .input(OneTeam.extend({ personId: Somebody, rung: Rung, ...Span.shape }))
    .mutation(({ ctx, input }) => ctx.work((work) => addShift(work, input))),

  cancelShift: permitted("rota:change")
    .input(z.object({ shiftId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.work((work) => cancelShift(work, input.shiftId))),

  saveLadder: permitted("rota:change")
    .input(Ladder)
    .mutation(({ ctx, input }) => ctx.work((work) => saveLadder(work, input))),

  /** Which team one's authority has in office hours and at all other times. */
  setCover: permitted("rota:change")
    .input(z.object({ officeTeamId: z.uuid(), emergencyTeamId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.work((work) => setCover(work, input))),

  swap: permitted("shift:change")
    .input(OneTeam.extend({ one: SeenShift, other: SeenShift }))
    .mutation(({ ctx, input }) => ctx.work((work) => swapShifts(work, input))),

  absence: permitted("shift:change")
    .input(OneTeam.extend({ personId: Somebody, coverId: Somebody.nullable(), ...Span.shape }))
    .mutation(({ ctx, input }) => ctx.work((work) => recordAbsence(work, input))),

  /** One holds a rung from now on; a manager may name somebody else. */
  takeOver: permitted("shift:change")
    .input(OneTeam.extend({ rung: Rung, until: RotaInstant, coverId: Somebody.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.work((work) => takeOver(work, { ...input, coverId: input.coverId ?? ctx.actor.personId })),
    ),

  undo: permitted("shift:change")
    .input(z.object({ changeId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.work((work) => undoChange(work, input.changeId))),

  /** Makes the address of one's own calendar, which this answer alone contains. */
  issueCalendar: permitted("shift:change").mutation(async ({ ctx }) => {
    const secret = await ctx.work(issueCalendarLink);
    return { address: new URL(`/api/calendars/${secret}.ics`, ctx.service.configuration.NEXTAUTH_URL).href };
  }),

  revokeCalendar: permitted("shift:change").mutation(({ ctx }) => ctx.work(revokeCalendarLink)),
});

function settingsOf({ service }: Context & PermittedContext) {
  return paceSettings(service.configuration);
}
