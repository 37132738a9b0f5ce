"use client";

import { useEffect, useEffectEvent } from "react";

/** Does it whenever somebody looks at the page again. Never by a clock: looking is an act of a person, waiting is not. */
export function useWhenSeen(act: () => void): void {
  const actNow = useEffectEvent(act);

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") actNow();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, []);
}
