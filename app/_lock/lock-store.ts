import { isPin, keepPin, type KeptPin } from "./pin";
import { changeOne, deleteOne, readOne, writeOne } from "@/app/_pwa/phone/phone-database";
import { setLock } from "@/app/_pwa/phone/lock-clock";
import { tellPhone } from "@/app/_pwa/phone/phone-news";

/** The lock of this phone, for this session. It ends with it. */
export interface PhoneLock {
  readonly pin: KeptPin;
  /** Locks after so many milliseconds without a touch. */
  readonly afterMs: number;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
}

export const mostWrong = 5;
const fact = "lock";

export async function readPhoneLock(): Promise<PhoneLock | undefined> {
  const kept = await readOne("facts", fact);
  return isPhoneLock(kept) ? kept : undefined;
}

export async function keepPhoneLock(pin: string, afterMs: number): Promise<void> {
  await writeOne("facts", fact, { pin: await keepPin(pin), afterMs, wrong: 0 } satisfies PhoneLock);
  setLock(String(Date.now() + afterMs));
  tellPhone("changed");
}

export async function dropPhoneLock(): Promise<void> {
  await deleteOne("facts", fact);
  setLock(undefined);
  tellPhone("changed");
}

export type Tried =
  { readonly kind: "right" } | { readonly kind: "wrong"; readonly left: number } | { readonly kind: "gone" };

/**
 * Tries a PIN. Each try is counted before it is known whether it is right, so that closing the app in between buys
 * nobody another; `left` of 0 means that there is no other.
 */
export async function tryPin(pin: string): Promise<Tried> {
  const counted = await changeOne("facts", fact, (before): PhoneLock | undefined =>
    isPhoneLock(before) ? { ...before, wrong: before.wrong + 1 } : undefined,
  );
  if (counted === undefined) return { kind: "gone" };
  if (counted.wrong > mostWrong || !(await isPin(pin, counted.pin)))
    return { kind: "wrong", left: Math.max(0, mostWrong - counted.wrong) };

  await changeOne("facts", fact, (before): PhoneLock | undefined =>
    isPhoneLock(before) ? { ...before, wrong: 0 } : undefined,
  );
  return { kind: "right" };
}

function isPhoneLock(value: unknown): value is PhoneLock {
  if (typeof value !== "object" || value === null) return false;
  return ["pin", "afterMs", "wrong"].every((key) => Reflect.get(value, key) !== undefined);
}
