import type { Invention } from "@/prisma/seed/invention";
import { officeHoursAt, type Organisations } from "@/prisma/seed/organisation-rows";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import { comingChanges } from "@/prisma/seed/coming-changes";
import { staffTables, type Member, type Staff } from "@/prisma/seed/staff-rows";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { londonDate } from "@/server/vocabulary/london-time";

/** The authority in which the demo's duty workers and their manager are. */
const leeds = "E08000035";

export interface LeedsRota {
  /** From here on the shared team works by patterns; its single shifts end. */
  readonly patternsFrom: { readonly teamId: string; readonly startsAt: Date };
  /** Rows of other parts of the seed, as this rota has them. */
  readonly changed: (tables: readonly TableRows[]) => TableRows[];
  /** After the people and teams of the seed. */
  readonly tables: readonly TableRows[];
}

interface Pattern {
  readonly teamId: string;
  /** First and second on call. */
  readonly pair: readonly [first: Member, second: Member];
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly bankHolidays: "works" | "off" | "only";
}

/**
 * Leeds as a whole rota: a team for office hours, the shared team as its emergency duty team, weekly patterns, ladders,
 * and something that is coming. The two personas are first and second on call for Leeds at every hour; by day, when the
 * shared team has Wakefield alone, two invented colleagues are.
 */
export function makeLeedsRota(
  invention: Invention,
  organisations: Organisations,
  { personas, now }: { readonly personas: Staff["personas"]; readonly now: Date },
): LeedsRota {
  const place = organisations.authorities.findIndex(({ code }) => code === leeds);
  const authority = organisations.authorities[place];
  const [amira, ben, manager] = ["duty", "duty-backup", "la-manager"].map((id) => personas.get(id));
  if (!authority || !amira || !ben || !manager) throw new Error("the demo's duty workers are not in Leeds");

  const hours = officeHoursAt(place);
  const office = { id: invention.id(), name: "Leeds office team", host_organisation_id: authority.id };
  const colleague = (): Member => {
    const name = invention.staffName();
    return { ...amira, id: invention.id(), subject: invention.id(), name };
  };
  const day = [colleague(), colleague()] as const;
  const shared = authority.teamId;
  const today = londonDate(now);
  const patterns = patternsOf({ office: office.id, shared, hours, always: [amira, ben], day });

  return {
    patternsFrom: { teamId: shared, startsAt: londonInstant(today, hours[0]) },
    changed: (tables) => tables.map((table) => asEmergency(table, authority.id)),
    tables: [
      ...staffTables(day, now),
      ["duty_team", [office]],
      ["duty_team_authority", [{ authority_id: authority.id, duty_team_id: office.id, cover: "office" }]],
      ["shift_pattern", patterns.flatMap((pattern) => patternRows(invention, pattern, today))],
      ["ladder_rung", [shared, office.id].flatMap(rungRows)],
      ["ladder_target", [shared, office.id].map((teamId) => managersOn(invention, teamId))],
      [
        "shift_change",
        comingChanges({
          teamId: shared,
          pair: [day[0].id, day[1].id],
          managerId: manager.id,
          hours,
          now,
        }).map((row) => ({ id: invention.id(), ...row })),
      ],
    ],
  };
}

function asEmergency([table, rows]: TableRows, authorityId: string): TableRows {
  if (table !== "duty_team_authority") return [table, rows];
  return [
    table,
    rows.map((row) => (row["authority_id"] === authorityId ? { ...row, cover: "emergency" } : row)),
  ];
}

interface Teams {
  readonly office: string;
  readonly shared: string;
  readonly hours: ReturnType<typeof officeHoursAt>;
  readonly always: Pattern["pair"];
  readonly day: Pattern["pair"];
}

/** Without a gap at any hour, whatever the day: from closing to opening, weekends, and bank holidays by day. */
function patternsOf({ office, shared, hours: [opens, closes, fridayCloses], always, day }: Teams): Pattern[] {
  const working = { weekdays: [1, 2, 3, 4], from: opens, to: closes, bankHolidays: "off" } as const;
  const friday = { ...working, weekdays: [5], to: fridayCloses };
  const nights = { teamId: shared, pair: always, to: opens, bankHolidays: "works" } as const;
  return [
    { ...working, teamId: office, pair: always },
    { ...friday, teamId: office, pair: always },
    { ...nights, weekdays: [1, 2, 3, 4], from: closes },
    { ...nights, weekdays: [5], from: fridayCloses },
    { ...nights, weekdays: [6, 7], from: opens },
    { ...nights, weekdays: [], from: opens, to: closes, bankHolidays: "only" },
    { ...working, teamId: shared, pair: day },
    { ...friday, teamId: shared, pair: day },
  ];
}

function patternRows(invention: Invention, pattern: Pattern, firstOn: string): Row[] {
  return pattern.pair.map((member, place) => ({
    id: invention.id(),
    duty_team_id: pattern.teamId,
    person_id: member.id,
    rung: place + 1,
    weekdays: `{${pattern.weekdays.join(",")}}`,
    every_weeks: 1,
    starts_at_minute: pattern.from,
    ends_at_minute: pattern.to,
    bank_holidays: pattern.bankHolidays,
    first_on: firstOn,
    last_on: null,
  }));
}

function rungRows(teamId: string): Row[] {
  return [5, 5, 10].map((minutes, place) => ({
    duty_team_id: teamId,
    rung: place + 1,
    wait_minutes: minutes,
  }));
}

/** Who is told when neither of the two has taken it. */
function managersOn(invention: Invention, teamId: string): Row {
  return { id: invention.id(), duty_team_id: teamId, rung: 3, kind: "role", role: "authority-manager" };
}
