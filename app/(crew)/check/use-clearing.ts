"use client";

import { useEffect, useEffectEvent } from "react";
import { momentNow } from "@/app/_pwa/phone/moment";

/**
 * Calls `clear` once so many milliseconds have gone by, also if the phone slept through it. Measured by how far the
 * phone's two clocks have moved, whichever is further, and never by what time it believes that it is: on a phone whose
 * clock is a day ahead a card would vanish before it is read.
 */
export function useClearing(afterMs: number | undefined, clear: () => void): void {
  const clearNow = useEffectEvent(clear);

  useEffect(() => (afterMs === undefined ? undefined : clearAfter(afterMs, clearNow)), [afterMs]);
}

/** The same for an instant of this phone's own clock, as it stands when the instant is first given. */
export function useClearingAt(at: Date | undefined, clear: () => void): void {
  const clearNow = useEffectEvent(clear);
  const time = at?.getTime();

  useEffect(() => (time === undefined ? undefined : clearAfter(time - Date.now(), clearNow)), [time]);
}

/** The same outside of a page's rendering. What it gives back ends it. */
export function clearAfter(afterMs: number, clear: () => void): () => void {
  const start = momentNow();
  const clearIfDue = () => {
    const now = momentNow();
    const gone = Math.max(now.wall - start.wall, now.steady - start.steady);
    // Asked this way round, a time that is none clears too.
    if (!(gone < afterMs)) clear();
  };
  const timer = setInterval(clearIfDue, 5_000);
  document.addEventListener("visibilitychange", clearIfDue);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", clearIfDue);
  };
}
