"use client";

import { useEffect } from "react";
import { trpc } from "@/app/_trpc/browser";
import type { AlertId } from "@/server/vocabulary/ids";

/**
 * Tells the other side that its messages have come onto this screen, and that they were looked at once the page is in
 * view. A report that is lost is made again with the next message or the next look.
 */
export function useMarking(alertId: AlertId, unread: number): void {
  useEffect(() => {
    if (unread === 0) return;
    const report = () => {
      const milestone = document.visibilityState === "visible" ? "read" : "delivered";
      void trpc.message.mark.mutate({ alertId, milestone }).catch(() => undefined);
    };
    report();
    document.addEventListener("visibilitychange", report);
    return () => {
      document.removeEventListener("visibilitychange", report);
    };
  }, [alertId, unread]);
}
