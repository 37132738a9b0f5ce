import type { PaceSettings } from "@/server/domain/rota/read-on-call";
import type { Configuration } from "@/server/vocabulary/configuration";

/** How ladders are climbed where nothing else is entered, as the service is set up. */
export function paceSettings(configuration: Configuration): PaceSettings {
  const { HANDOVER_OVERLAP_MINUTES, RUNG_MINUTES, LADDER_AGAIN_MINUTES } = configuration;
  return {
    handoverOverlapMinutes: HANDOVER_OVERLAP_MINUTES,
    rungMinutes: RUNG_MINUTES,
    againMinutes: LADDER_AGAIN_MINUTES,
  };
}
