import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { World } from "@/test/support/make-world";
import { test } from "@/test/support/service";
import { takeFile } from "@/test/support/take-file";

const now = new Date("2026-11-23T21:14:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** A practice alert that was taken on this rung, ten minutes after it was raised. */
async function drill(world: World, manager: PersonActor, [reference, rung]: readonly [string, number]) {
  const [row] = await world.sql(
    `insert into alert (reference, authority_id, raised_at, drilled_by_id) values ($1, $2, $3, $4) returning id`,
    [reference, world.authority.id, minutesAgo(100 + rung), manager.personId],
  );
  for (const [kind, at, on] of [
    ["raised", 100, null],
    ["notified", 100, rung],
    ["acknowledged", 90, null],
  ] as const)
    await world.sql(
      "insert into alert_event (alert_id, kind, happened_at, rung, person_id) values ($1, $2, $3, $4, $5)",
      [row?.["id"], kind, minutesAgo(at + rung), on, manager.personId],
    );
}

for (const [role, isNamed] of [
  ["authority-manager", true],
  ["operator", false],
] as const) {
  test(`a file of practice alerts and heartbeat says to a ${role} what the page says, and names nobody`, async ({
    world,
    service,
  }) => {
    const manager = await world.person("authority-manager", "Ruth Ellison");
    await drill(world, manager, ["AA11", 1]);
    await drill(world, manager, ["BB22", 2]);
    await world.sql(
      `insert into proof_day (day, begun_count, proven_count, first_proven_at, last_proven_at, longest_gap_seconds)
       values ('2026-11-23', 1200, 1198, '2026-11-23T00:00:30Z', $1, 240)`,
      [now],
    );
    const actor = role === "operator" ? await world.person(role) : manager;
    const page = await createCaller({ service, now, session: { state: "open", actor } }).drill.history();
    expect(page.drills[0]?.takenBy).toBe(isNamed ? "Ruth Ellison" : null);

    const text = await (await takeFile(service, { actor, page: "drills", now })).text();

    const [header, ...lines] = parse(text, { bom: true, relax_column_count: true });
    expect(header).toEqual(["table", "row", "figure", "number", `as at ${now.toISOString()}`]);
    const told = lines.map((line) => line.join(": "));
    const row = `Practice alerts: ${world.authority.name}`;
    expect(told).toEqual(
      expect.arrayContaining([
        "Practice alerts: all: In a year: 2",
        `Practice alerts: all: Taken on the first rung: ${String(page.sums.firstRung)}`,
        "Practice alerts: all: Half were taken within, seconds: 600",
        `${row}, AA11: How it went: Whoever was first on call took it.`,
        `${row}, BB22: How it went: It had to climb to rung 2 before somebody took it.`,
        `${row}, BB22: State: Doubtful`,
        `${row}, BB22: Seconds to taken: 600`,
        "Heartbeat: 2026-11-23: State: Needs somebody",
        "Heartbeat: 2026-11-23: Arrived: 1198",
        "Heartbeat: 2026-11-23: Longest silence, seconds: 240",
      ]),
    );
    expect(page.sums).toEqual({ count: 2, firstRung: 1, taken: 2, halfTakenMilliseconds: 600_000 });
    expect(text).not.toContain("Ruth");
    const audit = await world.sql("select action, detail from audit where person_id = $1", [actor.personId]);
    expect(audit).toContainEqual({ action: "drill:read", detail: "drills as a file" });
  });
}
