import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { isBankHoliday } from "@/server/domain/directory/working-day";
import { pace, type PaceSettings } from "@/server/domain/rota/read-on-call";
import { readTeamsOnCall, type Moment } from "@/server/domain/rota/read-teams-on-call";
import { reasonInWords } from "@/server/domain/rota/reason-in-words";
import { lastRungOf, whoIsTold, type Told } from "@/server/domain/rota/who-is-told";
import type { PersonId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export interface PersonTold {
  readonly personId: PersonId;
  readonly name: string;
  readonly teamName: string;
  /** "Weekly shift until 08:00", "Took over until 22:00". */
  readonly reason: string;
  /** Has a device that rings, which an e-mail address is not; not known of people of other organisations, and to duty workers of others than themselves. */
  readonly rings: "yes" | "no" | "not-known";
}

export interface WouldBeTold {
  readonly at: Date;
  /** The team whose hour it is; for a while after a handover also the one before. Empty where nobody has been named. */
  readonly teamNames: readonly string[];
  readonly isOfficeOpen: boolean;
  readonly isBankHoliday: boolean;
  /** Every rung, those on which nobody is included. */
  readonly rungs: readonly {
    readonly rung: number;
    readonly waitMinutes: number;
    readonly people: readonly PersonTold[];
  }[];
  /** From the last rung to the ladder's next beginning. */
  readonly againMinutes: number;
}

/**
 * Whom an alert of one's own authority would ring at an instant, and why: by the very rules by which alerts climb.
 * Refuses an authority that is not one's own.
 */
export async function whoWouldBeTold(
  work: Work,
  { authorityId, at }: Moment,
  settings: PaceSettings,
): Promise<WouldBeTold> {
  const own = work.actor.kind === "person" ? work.actor.authorityIds : [];
  if (!own.includes(authorityId)) throw new Refusal("not-found", "This is none of your authorities.");

  const teams = await readTeamsOnCall(work, { authorityId, at }, settings);
  const told = whoIsTold(teams);
  const people = await readPeople(work, told);
  const teamNames = new Map(teams.ladders.map(({ teamId, teamName }) => [teamId, teamName]));
  const nameOf = (id: string) => people.get(id)?.name ?? teamNames.get(id) ?? "another team";
  const describe = ({ personId, teamId, because }: Told): PersonTold => ({
    personId,
    name: nameOf(personId),
    teamName: nameOf(teamId),
    reason: reasonInWords(because, { ...teams, nameOf }),
    rings: people.get(personId)?.rings ?? "not-known",
  });

  await recordAudit(work, { action: "rota:read", outcome: "done", detail: "who would be told" });
  const { waitMinutes, againMinutes } = pace(teams);
  const rungs = Array.from({ length: lastRungOf(teams) }, (_, place) => place + 1);
  return {
    at,
    teamNames: [...teamNames.values()],
    isOfficeOpen: teams.isOfficeOpen,
    isBankHoliday: isBankHoliday(londonDate(at)),
    rungs: rungs.map((rung) => ({
      rung,
      waitMinutes: waitMinutes.get(rung) ?? settings.rungMinutes,
      people: told.filter((one) => one.rung === rung).map(describe),
    })),
    againMinutes: againMinutes ?? settings.againMinutes,
  };
}

const PersonRow = z.object({ id: z.string(), name: z.string(), rings: z.enum(["yes", "no", "not-known"]) });

/** Names, and whose devices ring. Of whom the actor may not see devices it must not be said that they have none. */
async function readPeople({ tx, actor }: Work, told: readonly Told[]) {
  if (actor.kind !== "person") return new Map<string, z.infer<typeof PersonRow>>();
  const ids = told.flatMap(({ personId, because }) => {
    const left = "shift" in because ? because.shift.origin.insteadOf : null;
    return left === null ? [personId] : [personId, left];
  });
  const seesAll = actor.role === "authority-manager";
  const rows: unknown = await tx.$queryRaw`
    select id, name, case
        when exists (select 1 from device where person_id = person.id and retired_at is null
          and channel <> 'email') then 'yes'
        when id = ${actor.personId}::uuid or (${seesAll}::boolean and exists (select 1 from role_assignment
          where person_id = person.id and organisation_id = ${actor.organisationId}::uuid)) then 'no'
        else 'not-known' end as rings
    from person where id = any (${ids}::uuid[])`;
  return new Map(
    z
      .array(PersonRow)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}
