import { expect } from "@playwright/test";
import type { Shift } from "@/server/domain/rota/on-call";
import { listChanges } from "@/server/domain/rota/list-changes";
import { readRota } from "@/server/domain/rota/read-rota";
import { recordAbsence } from "@/server/domain/rota/record-absence";
import { swapShifts } from "@/server/domain/rota/swap-shifts";
import { takeOver } from "@/server/domain/rota/take-over";
import { undoChange } from "@/server/domain/rota/undo-change";
import type { PersonActor } from "@/server/vocabulary/actor";
import { aroundTheClock, rotaNow, test as base, type RotaDesk } from "@/test/support/rota-desk";

/** Amira is on by day, Ben by night, around the clock. */
const test = base.extend<{ readonly desk: RotaDesk }>({
  desk: async ({ desk }, use) => {
    await aroundTheClock(desk, desk.amira, desk.ben);
    await use(desk);
  },
});

test("two people swap a day for a night, one takes it back, and both halves are undone", async ({ desk }) => {
  const { amira, ben, teamId } = desk;
  const swap = {
    teamId,
    one: shift(amira, "2026-11-24T08:00", "2026-11-24T22:00"),
    other: shift(ben, "2026-11-26T22:00", "2026-11-27T08:00"),
  };

  const { faults } = await desk.as(amira, (work) => swapShifts(work, swap));
  expect(faults).toEqual([]);
  expect(await peopleAt(desk, "2026-11-24T12:00", "2026-11-27T01:00")).toEqual(["Ben", "Amira"]);

  const [change, other] = await desk.as(ben, (work) => listChanges(work, teamId));
  expect([change?.words, other?.words]).toEqual([
    "Ben Carter has Amira Hassan’s shift on Tue 24 Nov from 08:00 to 22:00 by a swap",
    "Amira Hassan has Ben Carter’s shift from Thu 26 Nov 22:00 to Fri 27 Nov 08:00 by a swap",
  ]);
  const undo = (actor: PersonActor) => desk.as(actor, (work) => undoChange(work, other?.changeId ?? ""));
  await expect(undo(ben)).rejects.toMatchObject({ kind: "not-permitted" });
  await undo(amira);
  expect(await peopleAt(desk, "2026-11-24T12:00", "2026-11-27T01:00")).toEqual(["Amira", "Ben"]);
});

test("a swap of what is not in the rota, of one person, or of other people is refused", async ({ desk }) => {
  const { amira, ben, cara, teamId } = desk;
  const one = shift(amira, "2026-11-24T08:00", "2026-11-24T22:00");
  const other = shift(ben, "2026-11-26T22:00", "2026-11-27T08:00");
  const swap = (actor: PersonActor, change: { one?: Shift; other?: Shift }) =>
    desk.as(actor, (work) => swapShifts(work, { teamId, one, other, ...change }));

  await expect(
    swap(amira, { other: shift(ben, "2026-11-26T22:00", "2026-11-27T07:00") }),
  ).rejects.toMatchObject({ kind: "conflict" });
  await expect(
    swap(amira, { other: shift(amira, "2026-11-25T08:00", "2026-11-25T22:00") }),
  ).rejects.toMatchObject({ kind: "invalid" });
  await expect(swap(cara, {})).rejects.toMatchObject({ kind: "not-permitted" });
  await expect(swap(desk.manager, {})).resolves.toEqual({ faults: [] });
});

test("an absence leaves a gap, which is said at once, or a cover", async ({ desk }) => {
  const { amira, cara, teamId } = desk;
  const span = { startsAt: new Date("2026-11-24T12:00:00Z"), endsAt: new Date("2026-11-24T15:00:00Z") };
  const absence = { teamId, personId: amira.personId, coverId: null, ...span };

  const { faults } = await desk.as(amira, (work) => recordAbsence(work, absence));
  expect(faults.map(({ words }) => words)).toEqual([
    "Nobody is first on call on Tue 24 Nov from 12:00 to 15:00 (3 hours).",
  ]);

  const [change] = await desk.as(amira, (work) => listChanges(work, teamId));
  await desk.as(desk.manager, (work) => undoChange(work, change?.changeId ?? ""));
  const covered = await desk.as(desk.manager, (work) =>
    recordAbsence(work, { ...absence, coverId: cara.personId }),
  );
  expect(covered.faults).toEqual([]);
  expect(await peopleAt(desk, "2026-11-24T11:59", "2026-11-24T12:00", "2026-11-24T15:00")).toEqual([
    "Amira",
    "Cara",
    "Amira",
  ]);
});

test("a duty worker reports their own absence only, and nobody covers for themselves", async ({ desk }) => {
  const { amira, ben, teamId } = desk;
  const span = { startsAt: new Date("2026-11-24T12:00:00Z"), endsAt: new Date("2026-11-24T15:00:00Z") };
  const absent = (actor: PersonActor, personId: typeof amira.personId, coverId = ben.personId) =>
    desk.as(actor, (work) => recordAbsence(work, { teamId, personId, coverId, ...span }));

  await expect(absent(ben, amira.personId)).rejects.toMatchObject({ kind: "not-permitted" });
  await expect(absent(ben, ben.personId)).rejects.toMatchObject({ kind: "invalid" });
  await expect(absent(amira, amira.personId, desk.manager.personId)).rejects.toMatchObject({
    kind: "invalid",
  });
});

test("whoever takes over now is on call until then, beside nobody else on the rung", async ({ desk }) => {
  const { ben, cara, teamId } = desk;
  const takeover = { teamId, rung: 1, coverId: cara.personId, until: new Date("2026-11-23T23:00:00Z") };

  const { faults } = await desk.as(cara, (work) => takeOver(work, takeover));

  expect(faults).toEqual([]);
  expect(await peopleAt(desk, "2026-11-23T11:59", "2026-11-23T12:00", "2026-11-23T23:00")).toEqual([
    "Amira",
    "Cara",
    "Ben",
  ]);
  const asBen = desk.as(ben, (work) => takeOver(work, takeover));
  await expect(asBen).rejects.toMatchObject({ kind: "not-permitted" });
});

test("taking over for longer than 7 days, or until a time that is past, is refused", async ({ desk }) => {
  for (const until of [new Date("2026-11-30T12:01:00Z"), new Date("2026-11-23T12:00:00Z")]) {
    const takeover = { teamId: desk.teamId, rung: 1, coverId: desk.cara.personId, until };
    await expect(desk.as(desk.cara, (work) => takeOver(work, takeover))).rejects.toMatchObject({
      kind: "invalid",
    });
  }
});

test("a change that is over stays as it was", async ({ desk }) => {
  const takeover = {
    teamId: desk.teamId,
    rung: 1,
    coverId: desk.cara.personId,
    until: new Date("2026-11-23T13:00:00Z"),
  };
  await desk.as(desk.cara, (work) => takeOver(work, takeover));
  const [change] = await desk.as(desk.cara, (work) => listChanges(work, desk.teamId));
  const later = new Date("2026-11-23T13:00:00Z");

  const undoing = desk.as(desk.cara, (work) => undoChange(work, change?.changeId ?? ""), later);

  await expect(undoing).rejects.toMatchObject({ kind: "conflict" });
});

function shift({ personId }: PersonActor, from: string, to: string): Shift {
  return { personId, rung: 1, startsAt: new Date(`${from}:00Z`), endsAt: new Date(`${to}:00Z`) };
}

/** Who is on the first rung at these instants, by first name. */
async function peopleAt(desk: RotaDesk, ...instants: string[]): Promise<string[]> {
  const window = { from: new Date(rotaNow.getTime() - 86_400_000), to: new Date("2026-12-31T00:00:00Z") };
  const shifts = await desk.as(desk.manager, (work) => readRota(work, { teamIds: [desk.teamId], ...window }));
  return instants.map((time) => {
    const at = new Date(`${time}:00Z`);
    const on = shifts.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
    const people = [desk.amira, desk.ben, desk.cara].filter(({ personId }) =>
      on.some((one) => one.personId === personId),
    );
    return people.map(({ name }) => name.split(" ")[0]).join("+");
  });
}
