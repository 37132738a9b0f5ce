import type { ReachSettings } from "@/server/domain/reach/reachability";
import type { Configuration } from "@/server/vocabulary/configuration";

export interface ReachCheckSettings extends ReachSettings {
  /** When in the evening the next day's rota is looked at: minutes since midnight on a London clock. */
  readonly eveningMinute: number;
  readonly beforeShiftMinutes: number;
  /** How far ahead gaps in a rota are looked for. */
  readonly gapDays: number;
}

/** When rotas are checked, and what counts as a proof. A channel that is not set up is no way to reach anybody. */
export function reachSettings(configuration: Configuration): ReachCheckSettings {
  const { NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID, SMTP_URL, SMTP_FROM } = configuration;
  const hasTexts = NOTIFY_API_KEY !== undefined && NOTIFY_TEMPLATE_ID !== undefined;
  const hasMail = SMTP_URL !== undefined && SMTP_FROM !== undefined;
  return {
    provenDays: configuration.REACH_PROVEN_DAYS,
    reportedDays: configuration.REACH_REPORTED_DAYS,
    fallbacks: [...(hasTexts ? ["text" as const] : []), ...(hasMail ? ["email" as const] : [])],
    eveningMinute: configuration.REACH_CHECK_AT,
    beforeShiftMinutes: configuration.REACH_BEFORE_SHIFT_MINUTES,
    gapDays: configuration.REACH_GAP_DAYS,
  };
}
