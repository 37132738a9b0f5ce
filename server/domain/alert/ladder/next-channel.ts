import type { PersonId } from "@/server/vocabulary/ids";
import { channels, type Channel } from "@/server/vocabulary/notice-purpose";

/** One notice of this alert to one device. */
export interface SentNotice {
  readonly personId: PersonId;
  readonly channel: Channel;
  readonly queuedAt: Date;
  /** A phone showed it, or a telephone received it. */
  readonly isShown: boolean;
  /** Has failed for good, and no device reported to have shown it all the same. */
  readonly hasFailed: boolean;
}

interface Told {
  readonly channelsOf: ReadonlyMap<PersonId, readonly Channel[]>;
  /** How often it is on record of a person on this rung that nothing showed the notice. */
  readonly notShownTimes: ReadonlyMap<PersonId, number>;
  readonly settings: { readonly shownSeconds: number };
  readonly rung: number;
  readonly now: Date;
}

type Check =
  | {
      readonly kind: "not-shown";
      readonly rung: number;
      readonly personId: PersonId;
      readonly channel: Channel | undefined;
    }
  /** Nothing to say before `at`, if there is anything left to be looked at. */
  | { readonly kind: "later"; readonly at: Date | undefined };

/**
 * Whether somebody on a rung has had their time without any of their devices showing the notice, and by which channel
 * to tell them next: each of push, text and e-mail once, at once where all that was sent has failed. Pure.
 */
export function nextChannel(notices: readonly SentNotice[], told: Told): Check {
  let at: Date | undefined;
  for (const personId of new Set(notices.map((notice) => notice.personId))) {
    const due = checkPerson(
      personId,
      notices.filter((notice) => notice.personId === personId),
      told,
    );
    if (due?.kind === "not-shown") return due;
    if (due?.at && (!at || due.at < at)) at = due.at;
  }
  return { kind: "later", at };
}

function checkPerson(personId: PersonId, own: readonly SentNotice[], told: Told): Check | undefined {
  const used = new Set(own.map(({ channel }) => channel));
  if (own.some(({ isShown }) => isShown) || (told.notShownTimes.get(personId) ?? 0) >= used.size)
    return undefined;

  const has = told.channelsOf.get(personId) ?? [];
  const channel = channels.find((one) => has.includes(one) && !used.has(one));
  const haveAllFailed = own.every(({ hasFailed }) => hasFailed);
  if (haveAllFailed && channel === undefined) return undefined;

  const lastAt = Math.max(...own.map(({ queuedAt }) => queuedAt.getTime()));
  const at = new Date(lastAt + told.settings.shownSeconds * 1_000);
  if (!haveAllFailed && told.now < at) return { kind: "later", at };
  return { kind: "not-shown", rung: told.rung, personId, channel };
}
