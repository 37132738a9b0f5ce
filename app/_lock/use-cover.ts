"use client";

import { useEffect } from "react";

/**
 * Draws a blank sheet over the page while nobody looks at it, so that the picture which a phone keeps of each app for
 * its switcher shows nothing. On phones also when the app only loses the focus: some take the picture then.
 */
export function useCover(): void {
  useEffect(() => {
    const isPhone = window.matchMedia("(pointer: coarse)").matches;
    const cover = (): void => {
      document.documentElement.dataset["covered"] = "";
    };
    const look = (): void => {
      const isSeen = document.visibilityState === "visible" && (!isPhone || document.hasFocus());
      if (isSeen) delete document.documentElement.dataset["covered"];
      else cover();
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", cover);
    window.addEventListener("blur", look);
    window.addEventListener("focus", look);
    window.addEventListener("pageshow", look);
    // A touch proves that somebody looks, whatever the browser said.
    window.addEventListener("pointerdown", uncover);
    return () => {
      uncover();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", cover);
      window.removeEventListener("blur", look);
      window.removeEventListener("focus", look);
      window.removeEventListener("pageshow", look);
      window.removeEventListener("pointerdown", uncover);
    };
  }, []);
}

function uncover(): void {
  delete document.documentElement.dataset["covered"];
}
