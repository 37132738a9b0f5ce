"use client";

import { useState, type ReactElement } from "react";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { formatTime } from "@/server/vocabulary/london-time";

type Sighting = "child-seen" | "not-there";

interface SightingButtonsProps {
  readonly askedAt: Date;
  readonly sighting: Sighting | undefined;
  readonly onSay: (sighting: Sighting) => Promise<unknown>;
  readonly onWrongChild: () => Promise<unknown>;
}

const retractMinutes = 10;

/** Seen, not there, or the wrong child: the last is asked a second time, since it calls the authority off. */
export function SightingButtons({
  askedAt,
  sighting,
  onSay,
  onWrongChild,
}: SightingButtonsProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const until = new Date(askedAt.getTime() + retractMinutes * 60_000);
  const say = (what: Sighting) => () => void run(() => onSay(what));

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
          <Button type="button" variant="warning" disabled={isBusy} onClick={() => void run(onWrongChild)}>
            Yes, it was the wrong child
          </Button>
        </NotificationBanner>
      )}
    </>
  );
}
