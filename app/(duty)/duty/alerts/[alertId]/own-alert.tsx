"use client";

import type { ReactElement } from "react";
import { CloseForm } from "./close-form";

import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { otherSide } from "@/app/(duty)/duty/other-side";
import { HandOverForm } from "@/app/(duty)/duty/hand-over-form";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { AlertProgress } from "@/server/domain/alert/alert-progress";
import type { Colleague } from "@/server/domain/alert/hold/list-colleagues";
import type { AlertKind } from "@/server/vocabulary/alert-kind";
import type { AlertId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

interface OwnAlertProps {
  readonly alertId: AlertId;
  readonly kind: AlertKind;
  readonly progress: AlertProgress;
  readonly colleagues: readonly Colleague[];
}

const promises = [10, 20, 30, 60, 120] as const;

/** What the one who has the alert can do with it: promise to ring, hand it on, say what came of it. */
export function OwnAlert({ alertId, kind, progress, colleagues }: OwnAlertProps): ReactElement {
  const { run, isBusy, problem } = useAction();

  return (
    <section aria-label="What you can do">
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      {progress.promisedFor !== undefined && (
        <p>
          You promised to ring back by <strong>{formatTime(progress.promisedFor)}</strong>. The{" "}
          {otherSide[kind]} can see it.
        </p>
      )}
      <Details summary={`Tell the ${otherSide[kind]} when you ring back`}>
        <div className="flex flex-wrap gap-2">
          {promises.map((minutes) => (
            <Button
              key={minutes}
              type="button"
              variant="secondary"
              disabled={isBusy}
              onClick={() => void run(() => trpc.alert.promise.mutate({ alertId, minutes }))}
            >
              Within {minutes < 60 ? `${String(minutes)} minutes` : minutes === 60 ? "an hour" : "two hours"}
            </Button>
          ))}
        </div>
      </Details>
      <Details summary="Hand it to a colleague">
        {progress.offeredTo !== undefined && (
          <p>Handed to {progress.offeredTo.name}, who has not accepted it yet. Until then it is yours.</p>
        )}
        <HandOverForm alertIds={[alertId]} colleagues={colleagues} />
      </Details>
      <Details summary="Say what came of it, and close it">
        <CloseForm alertId={alertId} kind={kind} />
      </Details>
    </section>
  );
}
