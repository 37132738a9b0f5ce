import type { Notice } from "@/server/domain/push/notice";
import { handedCardsPath } from "@/server/vocabulary/handed-cards-path";
import type { NoticePurpose } from "@/server/vocabulary/notice-purpose";

export interface NoticeWords {
  /** Generic: it crosses other companies' servers and lies on a locked screen. */
  readonly body: string;
  /** Where a tap leads, a path on our own origin; what it shows demands sign-in. */
  readonly path: string;
  /** A later notice with the same tag takes the place of the earlier one. */
  readonly tag: string;
}

type About = Pick<Notice, "purpose" | "alertId" | "cardHandoverId" | "reference" | "isDrill" | "isOperator">;

/** What a notice says, where it leads and what it replaces; never who or what it is about. Pure. */
export function noticeWords(about: About): NoticeWords {
  const { purpose, alertId, cardHandoverId, reference, isDrill } = about;
  const body = sentences[purpose](reference ?? "");
  return {
    body: isDrill ? `Practice. ${body}` : body,
    path: pathOf(about),
    tag: tagOf(purpose, alertId ?? cardHandoverId),
  };
}

function pathOf({ purpose, alertId, isOperator }: About): string {
  if (purpose === "test" || purpose === "reach") return "/duty/phone";
  if (purpose === "card") return handedCardsPath;
  // An operator opens no alert and no rota.
  if (isOperator) return "/insight";
  return purpose === "rota" ? "/rota/reach" : `/duty/alerts/${alertId ?? ""}`;
}

const sentences = {
  alert: (code) => `An alert is waiting. Reference ${code}.`,
  alarm: (code) => `Nobody has taken an alert. Reference ${code}.`,
  news: (code) => `There is news of an alert. Reference ${code}.`,
  message: (code) => `A message is waiting. Reference ${code}.`,
  offer: (code) => `An alert is handed to you. Reference ${code}.`,
  withdrawal: (code) => `An alert was withdrawn. Reference ${code}.`,
  referral: (code) => `A referral is waiting. Reference ${code}.`,
  test: () => "This is a test. Alerts reach you here.",
  rota: () => "Somebody on the rota may not be reachable. Please look.",
  card: () => "A card is waiting for you.",
  reach: () => "Alerts may not reach you. Please look at your phone in Lantern.",
} as const satisfies Record<NoticePurpose, (code: string) => string>;

/** A withdrawal, of an alert of which no look stands, takes the place of the call; everything else stands beside it. */
function tagOf(purpose: NoticePurpose, about: string | null): string {
  if (about === null) return purpose;
  return purpose === "alert" || purpose === "withdrawal" ? about : `${purpose}-${about}`;
}
