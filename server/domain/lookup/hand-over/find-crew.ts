import type { Work } from "@/server/db/work";
import { groupCrew, type FoundCrew } from "@/server/domain/lookup/hand-over/group-crew";
import { readCrew } from "@/server/domain/lookup/hand-over/read-crew";

/** To whom of the own organisation a card could be handed: by part of a call sign, or three letters of a name. */
export async function findCrew(work: Work, text: string): Promise<FoundCrew> {
  return groupCrew(await readCrew(work, text), text);
}
