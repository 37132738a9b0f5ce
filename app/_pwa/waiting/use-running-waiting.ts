"use client";

import { useEffect } from "react";
import { runWaiting } from "./run-waiting";

const everyMilliseconds = 15_000;

/** Looks after what waits: now, when a signal returns, when somebody comes back to the app, and from time to time. */
export function useRunningWaiting(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return undefined;
    const run = (): void => void runWaiting().catch(() => undefined);
    run();
    const timer = setInterval(run, everyMilliseconds);
    window.addEventListener("online", run);
    window.addEventListener("focus", run);
    document.addEventListener("visibilitychange", run);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", run);
      window.removeEventListener("focus", run);
      document.removeEventListener("visibilitychange", run);
    };
  }, [isReady]);
}
