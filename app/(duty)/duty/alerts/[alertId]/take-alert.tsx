"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactElement } from "react";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { AlertProgress } from "@/server/domain/alert/alert-progress";
import type { AlertId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

interface TakeAlertProps {
  readonly alertId: AlertId;
  readonly progress: AlertProgress;
  readonly mayTake: boolean;
}

/** The one thing to do: take it. Whoever comes second is told who was first. */
export function TakeAlert({ alertId, progress, mayTake }: TakeAlertProps): ReactElement {
  const router = useRouter();
  const [isTaking, setIsTaking] = useState(false);
  const [news, setNews] = useState<string>();

  async function take(): Promise<void> {
    setIsTaking(true);
    setNews(undefined);
    try {
      const outcome = await trpc.alert.acknowledge.mutate({ alertId });
      if (outcome.kind === "already-taken" && !outcome.isOwn) {
        setNews(`${outcome.by} was first and has it since ${formatTime(outcome.at)}.`);
      }
      router.refresh();
    } catch (error) {
      setNews(isProcedureError(error) && error.data !== undefined ? error.message : "No answer. Try again.");
    }
    setIsTaking(false);
  }

  return (
    <>
      {news !== undefined && (
        <NotificationBanner tone="problem" title="You have not taken this alert">
          {news}
        </NotificationBanner>
      )}
      {progress.takenAt === undefined ? (
        <>
          <LiveLine tone={progress.stage === "unreached" ? "problem" : "waiting"}>
            {progress.reasonWaiting}
          </LiveLine>
          {mayTake && (
            <Button type="button" big disabled={isTaking} onClick={() => void take()}>
              {isTaking ? "One moment…" : "I’m taking this"}
            </Button>
          )}
        </>
      ) : (
        <LiveLine tone="done">
          Taken by {progress.takenBy} at {formatTime(progress.takenAt)}. The crew can see this.
        </LiveLine>
      )}
    </>
  );
}
