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

  useEffect(() => {
    if (afterMs === undefined) return undefined;
    const start = momentNow();
    const clearIfDue = () => {
      const now = momentNow();
      if (Math.max(now.wall - start.wall, now.steady - start.steady) >= afterMs) clearNow();
    };
    const timer = setInterval(clearIfDue, 5_000);
    document.addEventListener("visibilitychange", clearIfDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", clearIfDue);
    };
  }, [afterMs]);
}
