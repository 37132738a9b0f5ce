import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import type { Actor } from "@/server/vocabulary/actor";
import { fillWorld } from "@/test/support/make-full-world";
import { makeWorld } from "@/test/support/make-world";
import { test } from "@/test/support/service";

/** The values of the only column of some rows, sorted. */
function column(rows: unknown): string[] {
  const values = Array.isArray(rows) ? rows.flatMap((row: object) => Object.values(row).map(String)) : [];
  return values.toSorted();
}

test("an operator reads rotas and what checks found, without the reasons, and changes nothing; others of no authority see none", async ({
  own,
  world,
  service,
  now,
}) => {
  const other = await makeWorld(own, now);
  const [full, theirs] = [await fillWorld(world, service, now), await fillWorld(other, service, now)];
  const sees = (actor: Actor, what: string) =>
    withWork(service.database, { actor, now }, async ({ tx }) =>
      column(await tx.$queryRawUnsafe(`select ${what}`)),
    );
  const operator = await world.person("operator");
  const others = [await world.person("crew"), await world.person("health-manager")];
  const teams = [full, theirs].map(({ rota }) => rota.teamId);

  const seen = await sees(operator, "distinct duty_team_id from shift_pattern");
  expect(seen).toEqual(expect.arrayContaining(teams));
  expect(await sees(operator, "distinct reasons::text from reach_fact")).toEqual(["[]"]);
  expect(
    await sees(operator, "distinct authority_id from lantern_waiting_alerts('2026-11-01', '2099-01-01')"),
  ).toEqual([full, theirs].map(({ duty }) => duty.organisationId).toSorted());
  const changed = await withWork(service.database, { actor: operator, now }, async ({ tx }) => [
    await tx.$executeRaw`update duty_team set again_minutes = 9`,
    await tx.$executeRaw`update shift_pattern set last_on = '2099-01-01'`,
    await tx.$executeRaw`update shift set cancelled_at = now()`,
  ]);
  expect(changed).toEqual([0, 0, 0]);
  for (const stranger of others) {
    for (const what of ["id from shift_pattern", "id from reach_fact", "authority_id from list_fact"])
      expect(await sees(stranger, what), what).toEqual([]);
    expect(await sees(stranger, "queued_at from push_fact")).toEqual([]);
    expect(
      await sees(stranger, "authority_id from lantern_waiting_alerts('2026-11-01', '2099-01-01')"),
    ).toEqual([]);
  }
});
