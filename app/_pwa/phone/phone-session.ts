import { deleteEverything, deleteOne, readOne, readSome, writeOne } from "./phone-database";
import { tellPhone } from "./phone-news";
import { setLock } from "./lock-clock";
import { isSealed, keyName, openSealed, openWithKey, seal, type Sealed } from "./seal";
import { addNotice, dropWaiting, readNotices } from "@/app/_pwa/waiting/waiting-store";

/** Who is signed in on this phone, for pages that have no connection to ask. */
export interface PhonePerson {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  /** Only of those who look children up. */
  readonly asks?: {
    readonly mode: "unscheduled" | "scheduled";
    readonly careSettingName: string;
    readonly controlRoomNumber: string | null;
  };
}

interface SessionFact {
  readonly marker: string;
  readonly person: Sealed;
}

const fact = "session";
const mustSignOutFact = "must-sign-out";

/**
 * A page of this session is open: the phone is this person's now. What was kept for another session is destroyed first.
 */
export async function takePhone(marker: string, person: PhonePerson): Promise<void> {
  const before = await sessionFact();
  const isOfAnother = before !== undefined && before.marker !== marker;
  if (isOfAnother) await destroy("another-person");
  const known = before?.marker === marker ? await personOf(before) : undefined;
  const merged =
    known?.asks !== undefined && person.asks === undefined ? { ...person, asks: known.asks } : person;
  if (JSON.stringify(known) === JSON.stringify(merged)) return;
  await writeOne("facts", fact, { marker, person: await seal(JSON.stringify(merged)) } satisfies SessionFact);
  // Told when the phone is this person's: windows of the other go, those of this one stay.
  if (isOfAnother) tellPhone("signed-out");
  tellPhone("changed");
}

/** The marker of the session for which this phone keeps things; undefined where nobody is signed in. */
export async function phoneMarker(): Promise<string | undefined> {
  return (await sessionFact())?.marker;
}

export interface PhoneOwner {
  readonly marker: string;
  readonly person: PhonePerson;
}

/** Whose phone this is, in one read; undefined where nobody is signed in. */
export async function phoneOwner(): Promise<PhoneOwner | undefined> {
  const [kept, key] = await readSome("facts", [fact, keyName]);
  const session = sessionOf(kept);
  const person = session && parseText(await openWithKey(key, session.person));
  return session && person && { marker: session.marker, person };
}

/**
 * Destroys all that is kept for whoever was signed in, with its key. Says afterwards that questions were dropped, if
 * any were, without saying which.
 */
export async function clearPhone(): Promise<void> {
  if (await destroy("signed-out")) tellPhone("signed-out");
}

/**
 * Signs this phone out without asking the service, which hears of it when there is a connection: until then every page
 * of this session stays shut.
 */
export async function signOutHere(marker: string): Promise<void> {
  await destroy("signed-out");
  await writeOne("facts", mustSignOutFact, marker);
  setLock("locked");
  tellPhone("signed-out");
}

/** Whether this session was ended on this phone and the service has not heard of it yet. */
export async function mustSignOut(marker: string): Promise<boolean> {
  const wanted = await readOne("facts", mustSignOutFact);
  if (wanted === marker) return true;
  if (typeof wanted === "string") {
    // Another session's: it has ended, since this one began.
    await deleteOne("facts", mustSignOutFact);
    setLock(undefined);
  }
  return false;
}

/** True if somebody was signed in. */
async function destroy(why: "signed-out" | "another-person"): Promise<boolean> {
  const wasSignedIn = (await sessionFact()) !== undefined;
  const notices = await readNotices();
  const dropped = await dropWaiting();
  await deleteEverything();
  setLock(undefined);
  for (const notice of dropped > 0 ? [...notices, { kind: why }] : notices) await addNotice(notice);
  return wasSignedIn;
}

async function sessionFact(): Promise<SessionFact | undefined> {
  return sessionOf(await readOne("facts", fact));
}

function sessionOf(kept: unknown): SessionFact | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const marker: unknown = Reflect.get(kept, "marker");
  const person: unknown = Reflect.get(kept, "person");
  return typeof marker === "string" && isSealed(person) ? { marker, person } : undefined;
}

async function personOf({ person }: SessionFact): Promise<PhonePerson | undefined> {
  return parseText(await openSealed(person));
}

function parseText(text: string | undefined): PhonePerson | undefined {
  return text === undefined ? undefined : parsePerson(JSON.parse(text));
}

/** Sealed by this app alone, so its shape is that of `PhonePerson`, of this version or an earlier one. */
function parsePerson(value: unknown): PhonePerson | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const isWhole = ["name", "role", "organisation"].every(
    (key) => typeof Reflect.get(value, key) === "string",
  );
  return isWhole ? (value as PhonePerson) : undefined;
}
