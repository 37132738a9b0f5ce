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
  const follow = useEffectEvent(() => {
    if (path === "/check") {
      stop();
      forget();
      return;
    }
    const wanted = children.find(({ lookupId }) => path === `/check/${lookupId ?? ""}`);
    if (wanted?.lookupId === undefined || wanted.lookupId === shownId) return;
    forget();
    open(wanted);
  });

  useEffect(() => {
    follow();
  }, [path]);
}
