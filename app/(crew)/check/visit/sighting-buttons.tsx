"use client";

import { useState, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { LookupId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

interface SightingButtonsProps {
  readonly lookupId: LookupId;
  readonly askedAt: Date;
  readonly sighting: "child-seen" | "not-there" | undefined;
}

const retractMinutes = 10;

/** Seen, not there, or the wrong child: the last is asked a second time, since it calls the authority off. */
export function SightingButtons({ lookupId, askedAt, sighting }: SightingButtonsProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const until = new Date(askedAt.getTime() + retractMinutes * 60_000);
  const say = (what: "child-seen" | "not-there") => () =>
    void run(() => trpc.visit.sighting.mutate({ lookupId, sighting: what }));

  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          variant="secondary"
          disabled={isBusy}
          aria-pressed={sighting === "child-seen"}
          onClick={say("child-seen")}
        >
          {sighting === "child-seen" ? "✓ " : ""}Child seen
        </Button>
        <Button
          type="button"
          variant="secondary"
          disabled={isBusy}
          aria-pressed={sighting === "not-there"}
          onClick={say("not-there")}
        >
          {sighting === "not-there" ? "✓ " : ""}Not there
        </Button>
        <Button
          type="button"
          variant="secondary"
          disabled={isBusy}
          aria-expanded={isAsking}
          onClick={() => {
            setIsAsking(!isAsking);
          }}
        >
          Wrong child
        </Button>
      </div>
      {isAsking && (
        <NotificationBanner title="Did you check the wrong child?">
          <p>
            The authority is told, and nobody has to come. Both stay on record. Possible until{" "}
            {formatTime(until)}.
          </p>
          <Button
            type="button"
            variant="warning"
            disabled={isBusy}
            onClick={() => void run(() => trpc.visit.wrongChild.mutate({ lookupId }))}
          >
            Yes, it was the wrong child
          </Button>
        </NotificationBanner>
      )}
    </>
  );
}
