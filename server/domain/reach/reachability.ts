import type { Channel } from "@/server/vocabulary/notice-purpose";
import type { Loss, ReachLevel, ReachReason } from "@/server/vocabulary/reach";

/** What is known of one device of a person. */
export interface DeviceFacts {
  readonly channel: Channel;
  readonly addedAt: Date;
  /** The push service said then that the phone takes no pushes any more. */
  readonly goneAt: Date | null;
  /** The last launch at which the browser said that it shows notifications. */
  readonly permittedAt: Date | null;
  /** The launch at which it said that it does not. */
  readonly lostAt: Date | null;
  readonly lostAs: Loss | null;
  /** The newest notice that came back as shown (of a text: delivered). */
  readonly lastShownAt: Date | null;
  /** When the newest notice was sent that failed, or that a phone never showed. */
  readonly lastFailedAt: Date | null;
}

export interface ReachSettings {
  /** A proof that is older counts no more. */
  readonly provenDays: number;
  /** A phone on which Lantern was not opened for longer may have changed in the meantime. */
  readonly reportedDays: number;
  /** Channels besides push by which the service can send at all. */
  readonly fallbacks: readonly Channel[];
}

export interface Reachability {
  readonly level: ReachLevel;
  /** Why not surely; of somebody who can be reached, what would be better. */
  readonly reasons: readonly ReachReason[];
  /** When a phone of theirs last proved that it shows notices. */
  readonly lastProvenAt: Date | null;
}

/**
 * Whether an alert would come to this person's notice now. Pure. Surely: a phone has shown a notice lately, nothing has
 * failed there since, and it has not said that it shows none. Perhaps: a phone of which that is not known, or a text
 * message or e-mail only. Not at all: nothing of that.
 */
export function reachabilityOf(
  devices: readonly DeviceFacts[],
  settings: ReachSettings,
  now: Date,
): Reachability {
  const phones = devices.filter(({ channel, goneAt }) => channel === "push" && goneAt === null);
  const faults = phones.map((phone) => faultOf(phone, settings, now));
  const contacts = devices.filter(({ channel }) => settings.fallbacks.includes(channel));
  const working = contacts.filter((contact) => !hasFailedSince(contact));

  const isSound = faults.includes(undefined);
  const isHopeful = faults.some((fault) => fault !== undefined && !isLoss(fault));
  const level = isSound ? "reachable" : isHopeful || working.length > 0 ? "doubtful" : "unreachable";
  const reasons = [
    ...(phones.length === 0 ? [missingPhone(devices)] : faults.filter((fault) => fault !== undefined)),
    ...reasonsOfContacts(contacts, { working, isPhoneHopeful: isSound || isHopeful }),
  ];
  return {
    level,
    reasons: distinct(reasons),
    lastProvenAt: newest(phones.map(({ lastShownAt }) => lastShownAt)),
  };
}

/** Why this phone will not surely show the next notice; undefined where it will. */
function faultOf(
  phone: DeviceFacts,
  { provenDays, reportedDays }: ReachSettings,
  now: Date,
): ReachReason | undefined {
  const { addedAt, permittedAt, lostAt, lostAs, lastShownAt, lastFailedAt } = phone;
  // What was shown later is the better witness.
  if (lostAt !== null && !isLater(lastShownAt, lostAt))
    return { kind: lostAs === "subscription" ? "subscription-lost" : "permission-lost", at: lostAt };
  if (lastFailedAt !== null && hasFailedSince(phone)) return { kind: "not-shown", at: lastFailedAt };
  if (lastShownAt === null) return { kind: "never-proven", at: addedAt };
  if (isOlder(lastShownAt, provenDays, now)) return { kind: "proven-long-ago", at: lastShownAt };
  const openedAt = permittedAt ?? addedAt;
  return isOlder(openedAt, reportedDays, now) ? { kind: "not-opened", at: openedAt } : undefined;
}

function isLater(one: Date | null, other: Date): boolean {
  return one !== null && one > other;
}

function isLoss({ kind }: ReachReason): boolean {
  return kind === "permission-lost" || kind === "subscription-lost";
}

function missingPhone(devices: readonly DeviceFacts[]): ReachReason {
  const goneAt = newest(devices.map((device) => device.goneAt));
  return goneAt === null ? { kind: "no-phone" } : { kind: "phone-gone", at: goneAt };
}

interface Fallback {
  readonly working: readonly DeviceFacts[];
  readonly isPhoneHopeful: boolean;
}

function reasonsOfContacts(
  contacts: readonly DeviceFacts[],
  { working, isPhoneHopeful }: Fallback,
): ReachReason[] {
  const failed = contacts.flatMap((contact): ReachReason[] => {
    if (contact.lastFailedAt === null || !hasFailedSince(contact)) return [];
    return [{ kind: contact.channel === "text" ? "text-failed" : "email-failed", at: contact.lastFailedAt }];
  });
  if (working.length === 0) return [...failed, { kind: "no-fallback" }];
  if (isPhoneHopeful) return failed;
  return [
    { kind: working.some(({ channel }) => channel === "text") ? "only-text" : "only-email" },
    ...failed,
  ];
}

function hasFailedSince({ lastFailedAt, lastShownAt }: DeviceFacts): boolean {
  return lastFailedAt !== null && !isLater(lastShownAt, lastFailedAt);
}

const dayMilliseconds = 86_400_000;

function isOlder(at: Date, days: number, now: Date): boolean {
  return now.getTime() - at.getTime() > days * dayMilliseconds;
}

function newest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce(
    (latest, date) => (latest === null || (date !== null && date > latest) ? date : latest),
    null,
  );
}

/** Two phones may have the same to say. */
function distinct(reasons: readonly ReachReason[]): ReachReason[] {
  return reasons.filter((one, place) => {
    const same = reasons.findIndex(
      ({ kind, at }) => kind === one.kind && at?.getTime() === one.at?.getTime(),
    );
    return same === place;
  });
}

/**
 * By which channels to tell this person something, so that it arrives: their sound phone alone; where there is none,
 * everything they have that has not said or shown that it does not work. Pure.
 */
export function channelsToTell(
  devices: readonly DeviceFacts[],
  settings: ReachSettings,
  now: Date,
): readonly Channel[] {
  const phones = devices.filter(({ channel, goneAt }) => channel === "push" && goneAt === null);
  const faults = phones.map((phone) => faultOf(phone, settings, now));
  if (faults.includes(undefined)) return ["push"];
  const isHopeful = faults.some((fault) => fault !== undefined && !isLoss(fault));
  const fallbacks = settings.fallbacks.filter((channel) =>
    devices.some((device) => device.channel === channel && !hasFailedSince(device)),
  );
  return isHopeful ? ["push", ...fallbacks] : fallbacks;
}
