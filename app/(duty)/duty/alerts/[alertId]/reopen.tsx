"use client";

import type { ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { AlertId } from "@/server/vocabulary/ids";

/** Closed too early: open it again, as one's own. */
export function Reopen({ alertId }: { readonly alertId: AlertId }): ReactElement {
  const { run, isBusy, problem } = useAction();
  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <Button
        type="button"
        variant="secondary"
        disabled={isBusy}
        onClick={() => void run(() => trpc.alert.reopen.mutate({ alertId }))}
      >
        Open it again
      </Button>
    </>
  );
}
