import type { Waiting } from "@/server/domain/alert/count-waiting";

/** The duty list's state in one text: two pages of the same standing show the same list. */
export function standingOf({ waiting, lastEventAt }: Waiting): string {
  return `${String(waiting)} since ${lastEventAt?.toISOString() ?? "ever"}`;
}
