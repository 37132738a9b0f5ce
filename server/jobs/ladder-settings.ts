import type { LadderSettings } from "@/server/domain/alert/ladder/escalation";
import type { Configuration } from "@/server/vocabulary/configuration";

/** How long a handover overlaps, and how long a ladder waits where a team has no times of its own. */
export function ladderSettings(configuration: Configuration): LadderSettings {
  const { HANDOVER_OVERLAP_MINUTES, RUNG_MINUTES, LADDER_AGAIN_MINUTES, SHOWN_SECONDS } = configuration;
  return {
    handoverOverlapMinutes: HANDOVER_OVERLAP_MINUTES,
    rungMinutes: RUNG_MINUTES,
    againMinutes: LADDER_AGAIN_MINUTES,
    shownSeconds: SHOWN_SECONDS,
  };
}
