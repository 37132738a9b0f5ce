import type { AlertDetail } from "@/server/domain/alert/read-alert";

type View = AlertDetail["views"][number];

/** Looks by one person at one place that differ in nothing but the time. */
export interface FoldedViews extends Omit<View, "askedAt"> {
  /** When each of them was, in the order given. */
  readonly askedAt: readonly [Date, ...Date[]];
}

/** Folds looks that say the same into one with several times, in the order of the first of each. Pure. */
export function foldViews(views: readonly View[]): readonly FoldedViews[] {
  const folded = new Map<string, FoldedViews>();
  for (const { askedAt, ...view } of views) {
    const said = JSON.stringify(view);
    const before = folded.get(said);
    folded.set(said, { ...view, askedAt: before ? [...before.askedAt, askedAt] : [askedAt] });
  }
  return [...folded.values()];
}
