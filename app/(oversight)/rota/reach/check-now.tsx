"use client";

import { useRouter } from "next/navigation";
import { useEffect, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";

interface CheckNowProps {
  readonly teamId: string;
  readonly teamName: string;
  /** One was asked for, and a worker is about to do it. */
  readonly isUnderWay: boolean;
}

const lookAgainMilliseconds = 1_000;

/** Has a team's coming rota looked at now. While that is under way the page looks again by itself. */
export function CheckNow({ teamId, teamName, isUnderWay }: CheckNowProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const router = useRouter();

  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => {
      router.refresh();
    }, lookAgainMilliseconds);
    return () => {
      clearInterval(timer);
    };
  }, [isUnderWay, router]);

  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      {isUnderWay && <LiveLine tone="waiting">Looking…</LiveLine>}
      <Button
        type="button"
        variant="secondary"
        disabled={isBusy || isUnderWay}
        onClick={() => void run(() => trpc.reach.check.mutate({ teamId }))}
      >
        Check {teamName} now
      </Button>
    </>
  );
}
