"use server";

import { entered, type RotaState } from "./entered";
import { saveAndGoOn } from "./save-and-go-on";
import { dateOf, instantOf, minuteOf, orNull, seenShiftOf } from "./read-form";
import { caller } from "@/app/_trpc/server";
import type { BankHolidayRule } from "@/server/vocabulary/rota";

// What the forms of a rota send. Every one works without script too, and each answer of the service in words.

export async function addPattern(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const pattern = {
    teamId: typed("teamId"),
    personId: typed("personId"),
    rung: Number(typed("rung")),
    weekdays: form.getAll("weekday").map(Number),
    everyWeeks: Number(typed("everyWeeks")),
    startsAtMinute: minuteOf(typed("startsAtTime")),
    endsAtMinute: minuteOf(typed("endsAtTime")),
    // The service says so where it is none of these.
    bankHolidays: typed("bankHolidays") as BankHolidayRule,
    firstOn: dateOf(typed("firstOn")),
    lastOn: orNull(dateOf(typed("lastOn"))),
  };
  return saveAndGoOn({ before, form, done: "pattern" }, async () =>
    (await caller()).rota.addPattern(pattern),
  );
}

export async function endPattern(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const end = { patternId: typed("patternId"), lastOn: dateOf(typed("lastOn")) };
  return saveAndGoOn({ before, form, done: "pattern-ended" }, async () =>
    (await caller()).rota.endPattern(end),
  );
}

export async function addShift(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const shift = {
    teamId: typed("teamId"),
    personId: typed("personId"),
    rung: Number(typed("rung")),
    startsAt: instantOf(typed, "startsAt"),
    endsAt: instantOf(typed, "endsAt"),
  };
  return saveAndGoOn({ before, form, done: "shift" }, async () => (await caller()).rota.addShift(shift));
}

export async function cancelShift(before: RotaState, form: FormData): Promise<RotaState> {
  const shiftId = entered(form)("shiftId");
  return saveAndGoOn({ before, form, done: "cancelled" }, async () =>
    (await caller()).rota.cancelShift({ shiftId }),
  );
}

export async function recordAbsence(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const absence = {
    teamId: typed("teamId"),
    personId: typed("personId"),
    coverId: orNull(typed("coverId")),
    startsAt: instantOf(typed, "startsAt"),
    endsAt: instantOf(typed, "endsAt"),
  };
  return saveAndGoOn({ before, form, done: "absence" }, async () => (await caller()).rota.absence(absence));
}

export async function swapShifts(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const [one, other] = [seenShiftOf(typed("one")), seenShiftOf(typed("other"))];
  const swap = { teamId: typed("teamId"), one, other };
  return saveAndGoOn({ before, form, done: "swap" }, async () => (await caller()).rota.swap(swap));
}

export async function takeOver(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const coverId = typed("coverId");
  const takeover = {
    teamId: typed("teamId"),
    rung: Number(typed("rung")),
    until: instantOf(typed, "until"),
    ...(coverId !== "" && { coverId }),
  };
  return saveAndGoOn({ before, form, done: "takeover" }, async () =>
    (await caller()).rota.takeOver(takeover),
  );
}

export async function undoChange(before: RotaState, form: FormData): Promise<RotaState> {
  const changeId = entered(form)("changeId");
  return saveAndGoOn({ before, form, done: "undone" }, async () => (await caller()).rota.undo({ changeId }));
}
