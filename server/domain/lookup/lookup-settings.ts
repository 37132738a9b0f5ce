import type { Configuration } from "@/server/vocabulary/configuration";

type Settings = Pick<
  Configuration,
  "ENDED_PLAN_VISIBLE_DAYS" | "UNBORN_PLAN_VISIBLE_DAYS" | "LOOKUPS_PER_MINUTE" | "CARD_CLEARS_AFTER_MINUTES"
>;

/** What the configuration and the door decide about a lookup. */
export interface LookupSettings extends Settings {
  /** unscheduled tells the authority (B0107); scheduled is silent (B0170). */
  readonly mode: "unscheduled" | "scheduled";
  /** It opens a card that a colleague handed over: the child has come nowhere else by that. */
  readonly isHandedOn?: true;
  /** When the child came, where another system has registered that. */
  readonly arrivedAt?: Date;
}
