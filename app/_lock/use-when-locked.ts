"use client";

import { useEffect, useEffectEvent } from "react";
import { lockedEvent } from "./locked-event";

/** Calls `clear` when the app locks or its session ends here. */
export function useWhenLocked(clear: () => void): void {
  const clearNow = useEffectEvent(clear);
  useEffect(() => {
    const hear = (): void => {
      clearNow();
    };
    window.addEventListener(lockedEvent, hear);
    return () => {
      window.removeEventListener(lockedEvent, hear);
    };
  }, []);
}
