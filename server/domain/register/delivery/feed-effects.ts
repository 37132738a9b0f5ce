import { z } from "zod";
import type { FeedComparison, RegisterEntry } from "@/server/domain/register/compare-feed";
import { planKinds } from "@/server/vocabulary/plan-kind";

const effectKinds = ["deleted", "ended", "missing", "changed", "added"] as const;

/** What a list does to one plan. */
export const FeedEffect = z.object({
  effect: z.enum(effectKinds),
  nhsNumber: z.string(),
  localId: z.string(),
  kind: z.enum(planKinds),
  startOn: z.string(),
});
export type FeedEffect = Readonly<z.infer<typeof FeedEffect>>;

/** More than a person looks through before confirming. */
const mostEffects = 300;

/** The plans that a list touches, those first whose loss would weigh most; so many as a person looks through. Pure. */
export function effectsOf(comparison: FeedComparison): FeedEffect[] {
  const { deleted, ended, missing, changed, added } = comparison;
  const plansOf = {
    deleted: deleted.map(({ row }) => row),
    ended: ended.map(({ row }) => row),
    missing,
    changed: changed.map(({ row }) => row),
    added,
  } as const;
  return effectKinds
    .flatMap((effect) => plansOf[effect].map((plan) => effectOn(plan, effect)))
    .slice(0, mostEffects);
}

type Plan = Pick<RegisterEntry, "nhsNumber" | "localId" | "kind" | "startOn">;

function effectOn({ nhsNumber, localId, kind, startOn }: Plan, effect: FeedEffect["effect"]): FeedEffect {
  return { effect, nhsNumber, localId, kind, startOn };
}
