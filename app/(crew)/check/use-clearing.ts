"use client";

import { useEffect, useEffectEvent } from "react";

/** Calls `clear` when the time has come, also if the phone slept through it. */
export function useClearing(clearsAt: Date | undefined, clear: () => void): void {
  const clearNow = useEffectEvent(clear);

  useEffect(() => {
    if (clearsAt === undefined) return undefined;
    const clearIfDue = () => {
      if (Date.now() >= clearsAt.getTime()) clearNow();
    };
    const timer = setInterval(clearIfDue, 5_000);
    document.addEventListener("visibilitychange", clearIfDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", clearIfDue);
    };
  }, [clearsAt]);
}
