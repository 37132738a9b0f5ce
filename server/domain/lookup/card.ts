import type { Answer } from "@/server/domain/lookup/choose-answer";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import type { Incident } from "@/server/vocabulary/asked-incident";
import type { LookupId } from "@/server/vocabulary/ids";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CardFacts {
  readonly lookupId: LookupId;
  readonly nhsNumber: string;
  readonly askedAt: Date;
  readonly incident: Incident | null;
  readonly settings: LookupSettings;
  /** When it is shown: of a question that is repeated later than it was asked. */
  readonly now: Date;
}

/** The card that the phone shows for an answer that is on record. Pure. */
export function makeCard(answer: Answer, { settings, now, ...about }: CardFacts): ResultCard {
  const clearsAt = new Date(about.askedAt.getTime() + settings.CARD_CLEARS_AFTER_MINUTES * 60_000);
  const clearsInMs = Math.max(0, clearsAt.getTime() - now.getTime());
  const facts = { ...about, clearsAt, clearsInMs, mode: settings.mode };
  if (answer.answer === "none-held") return { ...facts, answer: "none-held", freshness: answer.freshness };
  return { ...facts, answer: "held", entries: answer.entries, attendances: answer.attendances };
}
