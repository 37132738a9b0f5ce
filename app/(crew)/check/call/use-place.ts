"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import type { CallChild } from "./call-state";

interface Place {
  readonly shownId: string | undefined;
  readonly children: readonly CallChild[];
  readonly forget: () => void;
  readonly open: (child: CallChild) => void;
  readonly stop: () => void;
}

/** The address says which card is shown, also when it is changed by going back and forward. */
export function usePlace({ shownId, children, forget, open, stop }: Place): void {
  const path = usePathname();
  const follow = useEffectEvent((address: string) => {
    if (address === "/check") {
      stop();
      forget();
      return;
    }
    const wanted = children.find(({ lookupId }) => address === `/check/${lookupId ?? ""}`);
    if (wanted?.lookupId === undefined || wanted.lookupId === shownId) return;
    forget();
    open(wanted);
  });

  useEffect(() => {
    follow(path);
  }, [path]);
  useEffect(() => {
    // Whoever goes back quickly leaves a card of which the router has not heard yet.
    const hear = (): void => {
      follow(window.location.pathname);
    };
    window.addEventListener("popstate", hear);
    return () => {
      window.removeEventListener("popstate", hear);
    };
  }, []);
}
