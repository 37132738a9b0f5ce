import type { LadderSettings } from "@/server/domain/alert/ladder/escalation";
import type { Configuration } from "@/server/vocabulary/configuration";

/** How long a ladder waits where a team has no times of its own. */
export function ladderSettings(configuration: Configuration): LadderSettings {
  const { RUNG_MINUTES, LADDER_AGAIN_MINUTES, SHOWN_SECONDS } = configuration;
  return { rungMinutes: RUNG_MINUTES, againMinutes: LADDER_AGAIN_MINUTES, shownSeconds: SHOWN_SECONDS };
}
