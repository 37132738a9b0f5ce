"use client";

import { useEffect, type RefObject } from "react";
import { lockItem, meansLocked, readLock, setLock } from "@/app/_pwa/phone/lock-clock";

const touches = ["pointerdown", "keydown", "wheel"] as const;

/** Puts the moment of locking off with each touch, locks when it has come, and follows what another window did. */
export function useLockClock(
  afterMs: RefObject<number | undefined>,
  show: (state: "open" | "locked") => void,
): void {
  useEffect(() => {
    const look = (): void => {
      if (afterMs.current === undefined) return;
      if (meansLocked(readLock() ?? "locked", Date.now())) {
        setLock("locked");
        show("locked");
      }
    };
    const touched = (): void => {
      look();
      if (document.documentElement.dataset["locked"] === undefined) touch(afterMs.current);
    };
    const hearOtherWindow = ({ key, newValue }: StorageEvent): void => {
      if (key === lockItem && newValue !== null) show(newValue === "locked" ? "locked" : "open");
    };
    const timer = setInterval(look, 1_000);
    for (const kind of touches) window.addEventListener(kind, touched, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    window.addEventListener("storage", hearOtherWindow);
    return () => {
      clearInterval(timer);
      for (const kind of touches) window.removeEventListener(kind, touched, { capture: true });
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("storage", hearOtherWindow);
    };
  }, [afterMs, show]);
}

/** Somebody is there. */
export function touch(afterMs: number | undefined): void {
  if (afterMs !== undefined) setLock(String(Date.now() + afterMs));
}
