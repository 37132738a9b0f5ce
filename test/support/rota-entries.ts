import { expect } from "@playwright/test";
import { makePattern } from "@/test/support/make-rota";
import type { FullWorld } from "@/test/support/make-full-world";

// What the procedures of the rota are asked with the ids of another organisation: see other-organisations.test.ts.

/** When the questions of that test are asked. */
const now = new Date("2099-11-23T21:14:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

const team = ({ rota: { teamId } }: FullWorld) => ({ teamId });
const duty = (theirs: FullWorld) => theirs.duty;
const span = { startsAt: later(2), endsAt: later(3) };
const aShift = ({ rota: { teamId }, duty: { personId } }: FullWorld) => ({
  teamId,
  personId,
  rung: 1,
  ...span,
});
const seen = { startsAt: now, endsAt: later(1) };
const anAddress: unknown = expect.stringContaining("/api/calendars/");

export const rotaEntries = {
  "rota.teams": { gets: [{ isOwn: true, name: "Duty team" }] },
  "rota.week": {
    input: (theirs: FullWorld) => ({ ...team(theirs), day: "2099-11-23" }),
    gets: "NOT_FOUND",
  },
  "rota.told": {
    input: ({ duty: { organisationId } }: FullWorld) => ({ authorityId: organisationId, at: later(0.5) }),
    gets: "NOT_FOUND",
  },
  "rota.ladder": { input: team, gets: "NOT_FOUND" },
  "rota.mine": { gets: { mine: [], colleagues: [], changes: [], calendarSince: null }, owner: duty },
  "rota.addPattern": {
    input: ({ rota: { teamId }, duty: { personId } }: FullWorld) => ({
      ...makePattern({ teamId, personId, firstOn: "2099-12-01" }),
    }),
    gets: "NOT_FOUND",
  },
  "rota.endPattern": {
    input: ({ rota: { patternId } }: FullWorld) => ({ patternId, lastOn: "2099-12-24" }),
    gets: "NOT_FOUND",
  },
  "rota.addShift": { input: aShift, gets: "NOT_FOUND" },
  "rota.cancelShift": {
    input: ({ rota: { shiftId } }: FullWorld) => ({ shiftId }),
    gets: "NOT_FOUND",
  },
  "rota.saveLadder": {
    input: (theirs: FullWorld) => ({ ...team(theirs), waitMinutes: [9], targets: [], againMinutes: 9 }),
    gets: "NOT_FOUND",
  },
  "rota.setCover": {
    input: ({ rota: { teamId, secondTeamId } }: FullWorld) => ({
      officeTeamId: teamId,
      emergencyTeamId: secondTeamId,
    }),
    gets: "NOT_FOUND",
  },
  "rota.swap": {
    input: (theirs: FullWorld) => ({
      ...team(theirs),
      one: { personId: theirs.duty.personId, rung: 1, ...seen },
      other: { personId: theirs.rota.colleague.personId, rung: 2, ...seen },
    }),
    gets: "NOT_FOUND",
    owner: duty,
  },
  "rota.absence": {
    input: (theirs: FullWorld) => ({ ...aShift(theirs), coverId: null }),
    gets: "NOT_FOUND",
    owner: duty,
  },
  "rota.takeOver": {
    input: (theirs: FullWorld) => ({ ...team(theirs), rung: 2, until: later(6) }),
    gets: "NOT_FOUND",
    owner: duty,
  },
  "rota.undo": {
    input: ({ rota: { changeId } }: FullWorld) => ({ changeId }),
    gets: "NOT_FOUND",
    owner: duty,
  },
  // Whoever makes an address or revokes it does so for themselves: there is no id of others to be tried.
  "rota.issueCalendar": { gets: { address: anAddress }, ownerGets: { address: anAddress } },
  "rota.revokeCalendar": { gets: undefined, owner: duty },
};

/** Everything that a rota is made of, by the authority that employs the team or has it: to begin a query with. */
export const rotaRows = `with rota_rows as (
  select host_organisation_id as host_id, row::text as row
  from duty_team join lateral (
    select to_jsonb(p) as row from shift_pattern p where duty_team_id = duty_team.id
    union all select to_jsonb(s) from shift s where duty_team_id = duty_team.id
    union all select to_jsonb(c) from shift_change c where duty_team_id = duty_team.id
    union all select to_jsonb(r) from ladder_rung r where duty_team_id = duty_team.id
    union all select to_jsonb(t) from ladder_target t where duty_team_id = duty_team.id
    union all select to_jsonb(k) from reach_check k where duty_team_id = duty_team.id
    union all select to_jsonb(duty_team)) parts on true
  union all select authority_id, to_jsonb(a)::text from duty_team_authority a
  union all select organisation_id, to_jsonb(l)::text from calendar_link l join role_assignment using (person_id))`;
