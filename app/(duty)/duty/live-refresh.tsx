"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, type ReactElement } from "react";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { LiveLine } from "@/app/_ui/live-line";
import type { AlertId } from "@/server/vocabulary/ids";

interface LiveRefreshProps {
  /** The one alert that the page shows; without it the whole list is watched. */
  readonly alertId?: AlertId;
}

/** Reads the page again whenever something happens to what it shows. Quiet while the line stands. */
export function LiveRefresh({ alertId }: LiveRefreshProps): ReactElement | null {
  const router = useRouter();
  const [trouble, setTrouble] = useState<"lost" | "signed-out">();
  const [seen, setSeen] = useState(0);
  const refresh = useEffectEvent(() => {
    setTrouble(undefined);
    // The first news is what the page shows already.
    if (seen > 0) router.refresh();
    setSeen((count) => count + 1);
  });

  useEffect(() => {
    const handlers = {
      onData: () => {
        refresh();
      },
      onConnectionStateChange: ({ state, error }: { state: string; error: unknown }) => {
        if (state === "connecting" && error !== null) setTrouble("lost");
      },
      onError: (error: unknown) => {
        setTrouble(isProcedureError(error) && error.data?.code === "UNAUTHORIZED" ? "signed-out" : "lost");
      },
    };
    const subscription =
      alertId === undefined
        ? trpc.alert.liveList.subscribe(undefined, handlers)
        : trpc.alert.live.subscribe({ alertId }, handlers);
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
