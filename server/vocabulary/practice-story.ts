import { formatTime } from "@/server/vocabulary/london-time";
import type { ResultCard } from "@/server/vocabulary/result-card";

/** What a pretend alert goes through, one step after the other. */
export const storyStages = ["raised", "notified", "shown", "taken"] as const;
export type StoryStage = (typeof storyStages)[number];

/** An alert as the card shows it, of which there is nothing but these words. */
export interface StoryAlert {
  readonly alertId: string;
  readonly authorityName: string;
  readonly reference: string;
  readonly line: string;
  readonly attempts: readonly string[];
  readonly progress: { readonly stage: StoryStage };
}

/** When each step would have come, in milliseconds after the question. */
const after: Readonly<Record<StoryStage, number>> = {
  raised: 0,
  notified: 1_000,
  shown: 60_000,
  taken: 120_000,
};

/** Who takes every pretend alert. */
export const pretendHolder = "Pretend Duty";

/** The alerts of a practice card at this step of their story, one for each authority that holds something. Pure. */
export function storyAlerts(
  { entries, askedAt }: Extract<ResultCard, { answer: "held" }>,
  stage: StoryStage,
): readonly StoryAlert[] {
  return entries.map(({ authorityId, authorityName }, place) => ({
    alertId: authorityId,
    authorityName,
    reference: `PLAY${String(place + 1)}`,
    line: lineOf(stage, askedAt),
    attempts: stage === "raised" ? [] : [`${pretendHolder}: ${attemptWords[stage]}.`],
    progress: { stage },
  }));
}

/** In the words in which a real card says it. */
function lineOf(stage: StoryStage, askedAt: Date): string {
  const at = formatTime(storyTime(stage, askedAt));
  const lines: Readonly<Record<StoryStage, string>> = {
    raised: "Finding out who is on call.",
    notified: "Sent to the person on call. Their phone has not shown it yet.",
    shown: `Shown on the duty phone at ${at}.`,
    taken: `Taken by ${pretendHolder} at ${at}.`,
  };
  return lines[stage];
}

export function storyTime(stage: StoryStage, askedAt: Date): Date {
  return new Date(askedAt.getTime() + after[stage]);
}

const attemptWords: Readonly<Record<Exclude<StoryStage, "raised">, string>> = {
  notified: "sent to their phone",
  shown: "shown on their phone",
  taken: "taken",
};

/** What each step means for a crew on a real call. */
export const storyMeaning: Readonly<Record<StoryStage, string>> = {
  raised: "On a real card the alert goes out by itself, in the moment of your check. You do nothing for it.",
  notified:
    "The phone of the duty social worker rings. If no phone shows the alert, the next person is told.",
  shown: "Their phone has shown it. Nobody has said yet that they take it: ring if you cannot wait.",
  taken: "Somebody has it, by name. On a real card they ring you back, and you may write to each other here.",
};

/** The step that comes next; none after the last. */
export function stageAfter(stage: StoryStage): StoryStage | undefined {
  return storyStages[storyStages.indexOf(stage) + 1];
}
