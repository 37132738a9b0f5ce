import { isDeepStrictEqual } from "node:util";
import type { FeedCounts } from "@/server/domain/register/feed-counts";
import type { Configuration } from "@/server/vocabulary/configuration";
import type { FeedWay } from "@/server/vocabulary/feed-answer";

export type BrakeSettings = Pick<Configuration, "BRAKE_PERCENT" | "BRAKE_LEAST">;

interface Situation {
  readonly kind: "list" | "plan";
  readonly receivedBy: FeedWay;
  /** The version of the register on which a named person has confirmed the effect, and the figures that they saw. */
  readonly confirmedVersion: number | null;
  readonly seenCounts: FeedCounts;
  readonly version: number;
  readonly counts: FeedCounts;
  /** Plans of the authority in force before. */
  readonly inForce: number;
}

export type NextStep =
  | { readonly kind: "apply" }
  /** A person sees the effect first. */
  | { readonly kind: "review"; readonly reason: string | null }
  /** It came unattended and would do too much unseen. */
  | { readonly kind: "hold"; readonly reason: string };

/**
 * Whether a list may be applied now. One that a person sends is applied when they have confirmed its effect on the
 * register as it is; one that comes unattended at once, unless it would end, delete or reject too much. Pure.
 */
export function nextStep(situation: Situation, settings: BrakeSettings): NextStep {
  const { kind, receivedBy, confirmedVersion, version, counts, seenCounts } = situation;
  // Figures can differ on the same register: the date may have changed, or what demographics says.
  const isSeen = confirmedVersion === version && isDeepStrictEqual(counts, seenCounts);
  if (kind === "plan" || isSeen) return { kind: "apply" };

  const isStale = confirmedVersion !== null;
  if (receivedBy === "page") return { kind: "review", reason: isStale ? registerChanged : null };
  const reason = isStale ? registerChanged : brakeReason(situation, settings);
  return reason === undefined ? { kind: "apply" } : { kind: "hold", reason };
}

const registerChanged =
  "The register has changed since you looked. These are the new figures: look again and confirm.";

function brakeReason(
  { counts, inForce }: Situation,
  { BRAKE_PERCENT, BRAKE_LEAST }: BrakeSettings,
): string | undefined {
  const isTooMuch = (some: number, all: number) => some >= BRAKE_LEAST && some * 100 > all * BRAKE_PERCENT;
  const leaving = counts.ended + counts.deleted;

  if (isTooMuch(leaving, inForce)) {
    return `The list would end or delete ${leaving} of ${inForce} plans in force. A person must confirm that.`;
  }
  if (isTooMuch(counts.rejected, counts.rows)) {
    return `${counts.rejected} of ${counts.rows} rows could not be loaded. Send a mended list, or let a person confirm this one.`;
  }
  return undefined;
}
