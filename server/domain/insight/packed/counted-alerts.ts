import type { Columns } from "@/server/domain/insight/packed/read-columns";
import type { AlertStep } from "@/server/vocabulary/alert-step";

/** What is known of an alert that is counted. */
export type AlertColumn =
  "hour" | "authority" | "setting" | "channel" | "rung" | "outcome" | "unreached" | AlertStep;

/**
 * Alerts of a period in the order of their days, as columns with a number for each of them, `none` where there is nothing to
 * say: hours of the London day; codes of words for authorities, settings, channels and outcomes; 1 of one that reached nobody; seconds to each step.
 */
export type CountedAlerts<Column extends AlertColumn = AlertColumn> = Columns<Column>;
