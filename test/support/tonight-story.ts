import { withWork } from "@/server/db/work";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { readTonight } from "@/server/domain/tonight/read-tonight";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import type { PersonActor } from "@/server/vocabulary/actor";
import { makeProof } from "@/test/support/make-proof";
import type { ReachStory } from "@/test/support/reach-story";

/** The evening's check is at 18:00; the crew of the story asks at 21:10. */
export const evening = "2026-11-23T21:09:00Z";

/** What a manager reads of their own authority. */
export function tonightOf(reach: ReachStory, manager: PersonActor, at: string | Date) {
  const { service } = reach.story;
  return withWork(service.database, { actor: manager, now: new Date(at) }, (work) =>
    readTonight(work, paceSettings(service.configuration)),
  );
}

/** What an operator reads. */
export function tonightOfAll(reach: ReachStory, operator: PersonActor, at: string | Date) {
  const { service } = reach.story;
  return withWork(service.database, { actor: operator, now: new Date(at) }, (work) =>
    readTonightOfAll(work, paceSettings(service.configuration)),
  );
}

/** Whatever is not fine, such as `bad list`. */
export function wrongIn(findings: readonly { readonly level: string; readonly kind: string }[]): string[] {
  return findings.filter(({ level }) => level !== "fine").map(({ level, kind }) => `${level} ${kind}`);
}

/** Somebody who can be reached is first on call, and somebody behind them. */
export async function nightThatIsFine(reach: ReachStory): Promise<void> {
  await reach.coverTheWeek();
  await reach.standBehind();
  await reach.workAt("2026-11-23T18:00:00Z");
  await makeProof(reach.story.world, new Date(evening), 12);
}
