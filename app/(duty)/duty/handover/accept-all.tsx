"use client";

import type { ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { AlertId } from "@/server/vocabulary/ids";

/** Everything that was handed over, accepted by name in one tap. */
export function AcceptAll({ alertIds }: { readonly alertIds: readonly AlertId[] }): ReactElement {
  const { run, isBusy, problem } = useAction();
  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <Button
        type="button"
        big
        disabled={isBusy}
        onClick={() => void run(() => trpc.alert.accept.mutate({ alertIds: [...alertIds] }))}
      >
        {alertIds.length === 1 ? "Accept it" : `Accept all ${String(alertIds.length)}`}
      </Button>
    </>
  );
}
