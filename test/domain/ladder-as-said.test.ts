import { expect } from "@playwright/test";
import fc from "fast-check";
import { readLadders } from "@/server/domain/alert/ladder/read-ladders";
import { whoWouldBeTold } from "@/server/domain/rota/who-would-be-told";
import { ladderSettings } from "@/server/jobs/ladder-settings";
import type { AlertId } from "@/server/vocabulary/ids";
import { aRota, writeRota } from "@/test/support/drawn-rota";
import { makeWorld } from "@/test/support/make-world";
import { climbAt, givePhones, raiseAlert, stepsOf } from "@/test/support/rota-ladder";
import { rotaNow, test, worker, type RotaDesk } from "@/test/support/rota-desk";

/** `ROTA_SEED` and `ROTA_RUNS` look at others. */
const seed = Number(process.env["ROTA_SEED"] ?? 20_261_125);
const runs = Number(process.env["ROTA_RUNS"] ?? 12);

test(`whatever the rota, the ladder tells whom "who would be told?" names, and waits as it says (seed ${String(seed)})`, async ({
  desk,
  database,
}) => {
  test.setTimeout(120_000);
  const neighbour = await makeWorld(database, rotaNow);
  const teams = [desk.teamId, await desk.secondTeam("Emergency team"), neighbour.dutyTeamId];
  await givePhones(desk, [desk.amira, desk.ben, desk.cara, desk.manager]);
  const crew = await desk.world.person("crew");
  let told = 0;

  await fc.assert(
    fc.asyncProperty(aRota, async (drawn) => {
      await writeRota(desk, teams, drawn);
      const [at = rotaNow] = drawn.moments;
      const alertId = await raiseAlert(desk, at, crew);
      for (const moment of drawn.moments) {
        expect(await ladderAt(desk, alertId, moment)).toEqual(await saidAt(desk, moment));
      }

      const [first] = (await saidAt(desk, at)).rungs.filter(({ people }) => people.length > 0);
      await climbAt(desk, alertId, at);
      const people = await toldFirst(desk, alertId);
      expect(people).toEqual(first ? first.people.map((id) => `${String(first.rung)} ${id}`) : []);
      told += people.length;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  // Rotas in which nobody is ever on call would agree on everything.
  expect(told).toBeGreaterThan(runs / 2);
});

/** What the manager is told, before anybody asks about a child. */
async function saidAt(desk: RotaDesk, at: Date) {
  const settings = ladderSettings(desk.service.configuration);
  const moment = { authorityId: desk.world.authority.id, at };
  const said = await desk.as(desk.manager, (work) => whoWouldBeTold(work, moment, settings));
  return {
    rungs: said.rungs.map(({ rung, waitMinutes, people }) => ({
      rung,
      waitMinutes,
      people: people.map(({ personId }) => personId).toSorted(),
    })),
    againMinutes: said.againMinutes,
  };
}

/** The ladder that a worker climbs at that instant. */
async function ladderAt(desk: RotaDesk, alertId: AlertId, at: Date) {
  const settings = ladderSettings(desk.service.configuration);
  const ladders = await desk.as(worker, (work) => readLadders(work, [alertId], settings), at);
  const ladder = ladders.get(alertId);
  if (!ladder) throw new Error("the alert has no ladder");
  const { onCall, waitOf } = ladder;
  return {
    rungs: Array.from({ length: onCall.lastRung }, (_, place) => place + 1).map((rung) => ({
      rung,
      waitMinutes: waitOf.get(rung) ?? settings.rungMinutes,
      people: [...(onCall.rungs.get(rung) ?? [])].toSorted(),
    })),
    againMinutes: ladder.settings.againMinutes,
  };
}

/** `1 id` of each person whom the ladder has told, in the order of the ids. */
async function toldFirst(desk: RotaDesk, alertId: AlertId): Promise<string[]> {
  const names = new Map(
    [desk.amira, desk.ben, desk.cara, desk.manager].map(({ personId, name }) => [name, personId]),
  );
  return (await stepsOf(desk, alertId))
    .flatMap((step) => {
      const found = /^notified (.+) (\d)$/u.exec(step);
      return found ? [`${found[2] ?? ""} ${names.get(found[1] ?? "") ?? "?"}`] : [];
    })
    .toSorted();
}
