"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, type ReactElement } from "react";
import { isProcedureError } from "@/app/_trpc/browser";
import { live } from "@/app/_trpc/live";
import { LiveLine } from "@/app/_ui/live-line";
import { standingOf } from "@/app/(duty)/duty/standing-of";
import type { AlertId } from "@/server/vocabulary/ids";

interface LiveRefreshProps {
  /** The one alert that the page shows; without it the whole list is watched. */
  readonly alertId?: AlertId;
  /** Which news (of the alert), or which standing (of the list), the page was made from. */
  readonly shown: string;
}

/** Reads the page again whenever something happens to what it shows. Quiet while the line stands. */
export function LiveRefresh({ alertId, shown }: LiveRefreshProps): ReactElement | null {
  const router = useRouter();
  const [trouble, setTrouble] = useState<"lost" | "signed-out">();
  // What happened between the making of the page and the first news is not lost: the two are compared.
  const refreshUnless = useEffectEvent((standing: string) => {
    setTrouble(undefined);
    if (standing !== shown) router.refresh();
  });

  useEffect(() => {
    const trouble = {
      onConnectionStateChange: ({ state, error }: { state: string; error: unknown }) => {
        if (state === "connecting" && error !== null) setTrouble("lost");
      },
      onError: (error: unknown) => {
        setTrouble(isProcedureError(error) && error.data?.code === "UNAUTHORIZED" ? "signed-out" : "lost");
      },
    };
    const subscription =
      alertId === undefined
        ? live.alert.liveList.subscribe(undefined, {
            ...trouble,
            onData: (waiting) => {
              refreshUnless(standingOf(waiting));
            },
          })
        : live.alert.live.subscribe(
            { alertId },
            {
              ...trouble,
              onData: ({ news }) => {
                refreshUnless(news);
              },
            },
          );
    return () => {
      subscription.unsubscribe();
    };
  }, [alertId]);

  if (trouble === undefined) return null;
  return (
    <LiveLine tone="problem">
      {trouble === "lost"
        ? "No connection: this page may be behind. It catches up by itself."
        : "You have been signed out. Load this page again to sign in."}
    </LiveLine>
  );
}
