"use server";

import { targetOf } from "./target-words";
import { entered, type RotaState } from "@/app/(oversight)/rota/entered";
import { saveAndGoOn } from "@/app/(oversight)/rota/save-and-go-on";
import { caller } from "@/app/_trpc/server";
import { mostRungs } from "@/server/vocabulary/rota";

/** Saves a ladder as the form has it: rungs up to the last one with minutes. */
export async function saveLadder(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const rungs = Array.from({ length: mostRungs }, (_, place) => place + 1);
  const last = rungs.findLast((rung) => typed(`wait-${String(rung)}`) !== "") ?? 0;
  const again = typed("againMinutes");
  const ladder = {
    teamId: typed("teamId"),
    waitMinutes: rungs.slice(0, last).map((rung) => numberOf(typed(`wait-${String(rung)}`))),
    targets: rungs.flatMap((rung) =>
      [...form.getAll(`target-${String(rung)}`), typed(`add-${String(rung)}`)]
        .filter((value) => typeof value === "string")
        .filter((value) => value !== "")
        .map((value) => targetOf(rung, value)),
    ),
    againMinutes: again === "" ? null : numberOf(again),
  };
  return saveAndGoOn({ before, form, done: "ladder" }, async () => (await caller()).rota.saveLadder(ladder));
}

/** Says which team the authority has when. */
export async function setCover(before: RotaState, form: FormData): Promise<RotaState> {
  const typed = entered(form);
  const cover = { officeTeamId: typed("officeTeamId"), emergencyTeamId: typed("emergencyTeamId") };
  return saveAndGoOn({ before, form, done: "cover" }, async () => (await caller()).rota.setCover(cover));
}

/** Nothing is no number, and not nought. */
function numberOf(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}
