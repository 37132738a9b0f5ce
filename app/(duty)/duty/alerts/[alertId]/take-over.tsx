"use client";

import type { ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { AlertId } from "@/server/vocabulary/ids";

interface TakeOverProps {
  readonly alertId: AlertId;
  readonly holder: string;
  /** The holder has handed it to the person who looks. */
  readonly isOffered: boolean;
}

/** Somebody else has it: accept it from them, or take it over. */
export function TakeOver({ alertId, holder, isOffered }: TakeOverProps): ReactElement {
  const { run, isBusy, problem } = useAction();

  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      {isOffered && <p>{holder} hands this alert to you. It is theirs until you accept it.</p>}
      <Button
        type="button"
        big
        variant={isOffered ? "primary" : "secondary"}
        disabled={isBusy}
        onClick={() => void run(() => trpc.alert.accept.mutate({ alertIds: [alertId] }))}
      >
        {isOffered ? `Accept it from ${holder}` : `Take it over from ${holder}`}
      </Button>
    </>
  );
}
