import type { ToldNotice } from "@/server/domain/push/read-told-notices";
import { formatTime } from "@/server/vocabulary/london-time";
import { channelWords } from "@/server/vocabulary/notice-purpose";

export type Milestones = Omit<ToldNotice, "noticeId" | "alertId" | "personId" | "personName">;

type Steps = Omit<Milestones, "purpose" | "channel">;

/** How an attempt has fared, milestone by milestone with times: "Sent 21:14, taken up after 1 s, shown after 3 s." Pure. */
export function milestonesInWords(notice: Steps): string {
  const { queuedAt, acceptedAt, shownAt, openedAt } = notice;
  const after = (word: string, at: Date | null) =>
    at === null ? [] : [`${word} after ${elapsed(queuedAt, at)}`];
  const steps = [
    `Sent ${formatTime(queuedAt)}`,
    ...after("taken up", acceptedAt),
    ...after("shown", shownAt),
    ...after("opened", openedAt),
    ...endingOf(notice),
  ];
  return `${steps.join(", ")}.`;
}

/** One attempt, with its milestones in words, for the team that was told. */
export interface Attempt extends Pick<ToldNotice, "noticeId" | "personName" | "channel" | "purpose"> {
  readonly milestones: string;
}

/** Every attempt in full, with what the service that delivers it said. Pure. */
export function attemptsForTeam(notices: readonly ToldNotice[]): readonly Attempt[] {
  return notices.map((notice) => {
    const { noticeId, personName, channel, purpose } = notice;
    return { noticeId, personName, channel, purpose, milestones: milestonesInWords(notice) };
  });
}

/** The same for the crew, who learns no reason that is about somebody's phone. Pure. */
export function attemptsForCrew(notices: readonly ToldNotice[]): readonly string[] {
  const people = [...new Set(notices.map(({ personId }) => personId))];
  return notices.map(({ lastAnswer: _, ...notice }) => {
    const who =
      notice.purpose === "alarm" ? "Alarm" : `Person ${String(people.indexOf(notice.personId) + 1)}`;
    return `${who}, by ${channelWords[notice.channel]}: ${milestonesInWords({ ...notice, lastAnswer: null })}`;
  });
}

function endingOf({ failedAt, expiredAt, shownAt, openedAt, acceptedAt, lastAnswer }: Steps): string[] {
  const reason = lastAnswer === null ? "" : ` (${lastAnswer.replace(/\.$/, "")})`;
  if (failedAt !== null) return [`failed at ${formatTime(failedAt)}${reason}`];
  if (expiredAt !== null)
    return [`ended unseen at ${formatTime(expiredAt)}${acceptedAt === null ? reason : ""}`];
  if (openedAt !== null || shownAt !== null) return [];
  return [acceptedAt === null ? "on its way" : "not shown yet"];
}

function elapsed(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1_000));
  return seconds < 120 ? `${String(seconds)} s` : `${String(Math.round(seconds / 60))} min`;
}
