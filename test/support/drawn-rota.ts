import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { RotaDesk } from "@/test/support/rota-desk";

/** A working day, a Friday that closes early, a bank holiday, and both nights on which the clocks change. */
const days = ["2026-11-23", "2026-11-27", "2026-12-25", "2026-03-29", "2026-10-25"] as const;

const aPlace = fc.nat(2);
const aRung = fc.constantFrom(1, 1, 2, 3);
const aMinute = fc.oneof(fc.constantFrom(0, 60, 120, 540, 990, 1_020), fc.nat(1_439));
/** Mostly about the minutes at which something changes. */
const aMoment = fc
  .record({ day: fc.constantFrom(...days), minute: aMinute, beyond: fc.integer({ min: -20, max: 20 }) })
  .map(({ day, minute, beyond }) => later(new Date(`${day}T00:00:00Z`), minute + beyond));
const aSpan = fc
  .record({ from: aMoment, minutes: fc.integer({ min: 30, max: 900 }) })
  .map(({ from, minutes }) => ({ starts_at: from, ends_at: later(from, minutes) }));

/** A rota of three teams with all that there is in one. Teams and people are places in lists that the test has. */
export const aRota = fc.record({
  cover: fc.oneof(
    fc.record({ always: aPlace }),
    fc.record({ office: aPlace, emergency: aPlace }),
    fc.record({ office: aPlace }),
  ),
  patterns: fc.array(
    fc.record({
      team: aPlace,
      person: aPlace,
      rung: aRung,
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 4 }),
      starts_at_minute: aMinute,
      ends_at_minute: aMinute,
      bank_holidays: fc.constantFrom("works", "off"),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  oneOffs: fc.array(fc.record({ team: aPlace, person: aPlace, rung: aRung, span: aSpan }), { maxLength: 3 }),
  changes: fc.array(
    fc.record({
      team: aPlace,
      kind: fc.constantFrom("absence", "swap", "takeover"),
      person: aPlace,
      cover: aPlace,
      rung: aRung,
      span: aSpan,
    }),
    { maxLength: 4 },
  ),
  rungs: fc.uniqueArray(
    fc.record({ team: aPlace, rung: aRung, wait_minutes: fc.integer({ min: 1, max: 30 }) }),
    {
      maxLength: 4,
      selector: ({ team, rung }) => `${String(team)} ${String(rung)}`,
    },
  ),
  targets: fc.array(
    fc.record({
      team: aPlace,
      rung: aRung,
      kind: fc.constantFrom("person", "role", "team"),
      person: aPlace,
      to: aPlace,
    }),
    { maxLength: 3 },
  ),
  again: fc.array(fc.option(fc.integer({ min: 1, max: 60 })), { minLength: 3, maxLength: 3 }),
  moments: fc.array(aMoment, { minLength: 3, maxLength: 3 }),
});
export type DrawnRota = typeof aRota extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function later(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** Puts this rota in the place of what these three teams had. */
export async function writeRota(desk: RotaDesk, teams: readonly string[], drawn: DrawnRota): Promise<void> {
  const people = [desk.amira, desk.ben, desk.cara].map(({ personId }) => personId);
  const own = ({ team, person }: { team: number; person: number }) => ({
    id: randomUUID(),
    duty_team_id: teams[team],
    person_id: people[person],
  });
  await empty(desk, teams);
  await fill(desk, {
    duty_team_authority: Object.entries(drawn.cover).map(([cover, team]) => {
      return { authority_id: desk.world.authority.id, cover, duty_team_id: teams[team] };
    }),
    shift_pattern: drawn.patterns.map((one) => ({
      ...one,
      ...own(one),
      every_weeks: 1,
      first_on: "2026-01-05",
    })),
    shift: drawn.oneOffs.map((one) => ({ ...own(one), rung: one.rung, ...one.span })),
    shift_change: drawn.changes.map((one, place) => ({
      ...own(one),
      ...partiesOf(one, people),
      ...one.span,
      kind: one.kind,
      made_by_id: desk.manager.personId,
      made_at: later(new Date("2026-01-01T00:00:00Z"), place),
    })),
    ladder_rung: drawn.rungs.map(({ team, ...rung }) => ({ duty_team_id: teams[team], ...rung })),
    ladder_target: drawn.targets.map(({ kind, rung, ...one }) => ({
      ...own(one),
      kind,
      rung,
      person_id: kind === "person" ? people[one.person] : null,
      role: kind === "role" ? "authority-manager" : null,
      target_team_id: kind === "team" ? teams[one.to] : null,
    })),
  });
  await desk.world.sql(
    "update duty_team set again_minutes = given from unnest($1::uuid[], $2::int[]) as a (team, given) where id = team",
    [teams, drawn.again],
  );
}

async function empty({ world }: RotaDesk, teams: readonly string[]): Promise<void> {
  const tables = ["shift_pattern", "shift", "shift_change", "ladder_rung"];
  const parts = tables.map(
    (table) => `${table}_gone as (delete from ${table} where duty_team_id = any ($1))`,
  );
  await world.sql(
    `with served_gone as (delete from duty_team_authority where authority_id = $2), ${parts.join(", ")}
     delete from ladder_target where duty_team_id = any ($1)`,
    [teams, world.authority.id],
  );
}

async function fill({ world }: RotaDesk, tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const parts = Object.keys(tables).map(
    (table, place) => `${table}_made as (insert into ${table}
       select * from jsonb_populate_recordset(null::${table}, $${String(place + 1)}))`,
  );
  await world.sql(
    `with ${parts.join(", ")} select`,
    Object.values(tables).map((rows) => JSON.stringify(rows)),
  );
}

/** As the rules write them: a takeover is of a rung, an absence of a person on whatever rung, a swap of both. */
function partiesOf({ kind, person, cover, rung }: DrawnRota["changes"][number], people: readonly string[]) {
  switch (kind) {
    case "takeover":
      return { person_id: null, rung, cover_id: people[cover] };
    case "swap":
      return { person_id: people[person], rung, cover_id: people[cover] };
    case "absence":
      return { person_id: people[person], rung: null, cover_id: person === cover ? null : people[cover] };
  }
}
