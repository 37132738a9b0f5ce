"use client";

import { useState, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** A manager's practice alert: to real phones by the real ladder, marked as practice, in no figure. */
export function Drill(): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [reference, setReference] = useState<string>();

  return (
    <Details summary="Run a practice alert">
      <p>
        It rings the phone of whoever is on call now, says “Practice”, climbs if nobody takes it, and is in no
        figure.
      </p>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      {reference !== undefined && (
        <NotificationBanner tone="success">Practice alert {reference} is on its way.</NotificationBanner>
      )}
      <Button
        type="button"
        variant="secondary"
        disabled={isBusy}
        onClick={() =>
          void run(async () => {
            setReference((await trpc.drill.start.mutate()).reference);
          })
        }
      >
        Start a practice alert
      </Button>
    </Details>
  );
}
