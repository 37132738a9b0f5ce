"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { lockedEvent } from "./locked-event";
import { readPhoneLock, tryPin, type PhoneLock, type Tried } from "./lock-store";
import { touch, useLockClock } from "./use-lock-clock";
import { meansLocked, readLock, setLock } from "@/app/_pwa/phone/lock-clock";
import { onPhoneNews } from "@/app/_pwa/phone/phone-news";
import {
  mustSignOut,
  phoneMarker,
  signOutHere,
  takePhone,
  type PhonePerson,
} from "@/app/_pwa/phone/phone-session";

export type LockState = "open" | "locked" | "leaving";

export interface AppLock {
  /** The phone is known to be this person's. */
  readonly isReady: boolean;
  readonly state: LockState;
  readonly unlock: (pin: string) => Promise<Tried>;
  readonly leave: () => void;
}

/**
 * Takes the phone for whoever is signed in; then says whether it is locked, and locks it: after a while without a
 * touch, in every window at once.
 */
export function useAppLock(marker: string, person: PhonePerson): AppLock {
  const [state, show] = useLockState();
  const [isReady, setIsReady] = useState(false);
  const takeForPerson = useEffectEvent(() => takePhone(marker, person));
  const afterMs = useRef<number>(undefined);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      if (await mustSignOut(marker)) {
        show("leaving");
        return;
      }
      await takeForPerson();
      setIsReady(true);
      const lock = await readPhoneLock();
      afterMs.current = lock?.afterMs;
      show(await firstState(lock, marker));
    };
    void begin().catch(() => {
      // Locked, and the phone's storage is shut: no PIN can be tried.
      if (readLock() !== null) show("leaving");
    });
    return onPhoneNews((news) => {
      if (news === "signed-out") {
        void isOver(marker).then((over) => {
          if (over) show("leaving");
        });
      } else {
        void readPhoneLock().then((lock) => {
          afterMs.current = lock?.afterMs;
        });
      }
    });
  }, [marker, show]);

  useLockClock(afterMs, show);

  const unlock = useCallback(
    async (pin: string) => {
      const tried = await tryPin(pin);
      if (tried.kind === "right") {
        // The PIN may be right before this page has read how long it may stay open: other windows open by this alone.
        afterMs.current ??= (await readPhoneLock())?.afterMs;
        touch(afterMs.current);
        show("open");
      } else if (tried.kind === "gone" || tried.left === 0) {
        await signOutHere(marker);
        show("leaving");
      }
      return tried;
    },
    [marker, show],
  );
  const leave = useCallback(() => {
    void signOutHere(marker).then(() => {
      show("leaving");
    });
  }, [marker, show]);

  return { isReady, state, unlock, leave };
}

/** What is shown, and how to change it: the page itself is hidden by a mark that was there before any script. */
function useLockState(): readonly [LockState, (next: LockState) => void] {
  const [state, setState] = useState<LockState>("open");
  const isLeaving = useRef(false);

  const show = useCallback((next: LockState) => {
    // There is no way back from signing out.
    if (isLeaving.current) return;
    isLeaving.current = next === "leaving";
    if (next === "open") delete document.documentElement.dataset["locked"];
    else document.documentElement.dataset["locked"] = "";
    setState(next);
    if (next !== "open") window.dispatchEvent(new Event(lockedEvent));
  }, []);

  return [state, show];
}

/** How a page of this phone begins. */
async function firstState(lock: PhoneLock | undefined, marker: string): Promise<LockState> {
  const written = readLock();
  if (lock === undefined) {
    if (written === null) return "open";
    // Locked, and the PIN is gone with the phone's storage: nobody can say who holds it.
    await signOutHere(marker);
    return "leaving";
  }
  if (written !== null && !meansLocked(written, Date.now())) {
    touch(lock.afterMs);
    return "open";
  }
  setLock("locked");
  return "locked";
}

const giveWayMilliseconds = 5_000;
let isGivingWay = false;

/**
 * Somebody was signed out on this phone. True where it was this session, here; where another began instead, this page
 * gives way, without a way back to it. Once: the news comes from a window and from the service worker, and a second
 * navigation would break the first off.
 */
async function isOver(marker: string): Promise<boolean> {
  if (await mustSignOut(marker)) return true;
  if ((await phoneMarker()) === marker || isGivingWay) return false;
  isGivingWay = true;
  // Somebody may stop it: then the next news tries again.
  setTimeout(() => {
    isGivingWay = false;
  }, giveWayMilliseconds);
  window.location.replace("/sign-in?signed-out=yes");
  return false;
}
