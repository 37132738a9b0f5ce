import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { distributionEdges } from "@/server/vocabulary/alert-step";

/** The bars of a distribution, in order. */
export const barNames: readonly string[] = [
  `under ${formatDuration(distributionEdges[0])}`,
  ...distributionEdges
    .slice(1)
    .map((end, place) => `${formatDuration(distributionEdges[place] ?? 0)} to ${formatDuration(end)}`),
  `${formatDuration(distributionEdges.at(-1) ?? 0)} or more`,
];
