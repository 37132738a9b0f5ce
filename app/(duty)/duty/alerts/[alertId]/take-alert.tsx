"use client";

import { useState, useSyncExternalStore, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { AlertProgress } from "@/server/domain/alert/alert-progress";
import type { AlertId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

interface TakeAlertProps {
  readonly alertId: AlertId;
  readonly progress: AlertProgress;
  readonly isWaiting: boolean;
  readonly mayTake: boolean;
}

/**
 * The one thing to do: take it, or say "not me" so that the next person is told at once. Stays on the page when somebody
 * has it, so that whoever came second still reads that they were second.
 */
export function TakeAlert({ alertId, progress, isWaiting, mayTake }: TakeAlertProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [news, setNews] = useState<string>();
  const [isSecond, setIsSecond] = useState(false);

  async function take(): Promise<void> {
    const outcome = await trpc.alert.acknowledge.mutate({ alertId });
    if (outcome.kind === "already-taken" && !outcome.isOwn) {
      setIsSecond(true);
      setNews(`${outcome.by} was first and has it since ${formatTime(outcome.at)}.`);
    }
  }

  async function decline(): Promise<void> {
    await trpc.alert.decline.mutate({ alertId });
    setNews("You said “not me”. The next person is being told. You can still take it.");
  }

  return (
    <>
      {problem !== undefined && <NotTaken>{problem}</NotTaken>}
      {news !== undefined && isSecond && <NotTaken>{news}</NotTaken>}
      {isWaiting && (
        <>
          {news !== undefined && !isSecond && <NotificationBanner>{news}</NotificationBanner>}
          <LiveLine tone={progress.stage === "unreached" ? "problem" : "waiting"}>
            {progress.reasonWaiting}
          </LiveLine>
          {mayTake && (
            <TakeButtons isBusy={isBusy} onTake={() => void run(take)} onDecline={() => void run(decline)} />
          )}
        </>
      )}
    </>
  );
}

function NotTaken({ children }: { readonly children: string }): ReactElement {
  return (
    <NotificationBanner tone="problem" title="You have not taken this alert">
      {children}
    </NotificationBanner>
  );
}

interface TakeButtonsProps {
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onDecline: () => void;
}

/** Until the page's script has come a tap would be lost, and whoever tapped would believe to have taken it. */
function TakeButtons({ isBusy, onTake, onDecline }: TakeButtonsProps): ReactElement {
  const hasScript = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const isShut = isBusy || !hasScript;
  return (
    <>
      <Button type="button" big disabled={isShut} onClick={onTake}>
        {isBusy ? "One moment…" : "I’m taking this"}
      </Button>
      <Button type="button" variant="secondary" big disabled={isShut} onClick={onDecline}>
        Not me
      </Button>
    </>
  );
}

const neverChanges = () => () => undefined;
