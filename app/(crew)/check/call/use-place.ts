"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import type { CallChild } from "./call-state";
import type { Openable } from "./use-opening";
import type { LookupId } from "@/server/vocabulary/ids";

interface Place {
  readonly shownId: string | undefined;
  readonly children: readonly CallChild[];
  readonly forget: () => void;
  readonly open: (child: Openable) => void;
  readonly stop: () => void;
}

/**
 * The address says which card is shown, also when it is changed by going back and forward. Of a card that this page does
 * not have, as when it was left and is come back to, the service is asked.
 */
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
  const come = useEffectEvent(() => {
    const address = window.location.pathname;
    follow(address);
    const lookupId = address.slice("/check/".length);
    if (!isLookupId(lookupId) || lookupId === shownId) return;
    if (children.some((child) => child.lookupId === lookupId)) return;
    forget();
    open({ lookupId });
  });

  useEffect(() => {
    follow(path);
  }, [path]);
  useEffect(() => {
    // Whoever goes back quickly leaves a card of which the router has not heard yet.
    const hear = (): void => {
      come();
    };
    hear();
    window.addEventListener("popstate", hear);
    return () => {
      window.removeEventListener("popstate", hear);
    };
  }, []);
}

/** By its shape: which cards there are, the service knows, and a schema would bring its library along with the number pad. */
function isLookupId(text: string): text is LookupId {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
