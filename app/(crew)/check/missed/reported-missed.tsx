"use client";

import { useState, type ReactElement } from "react";
import { ReferralForm } from "@/app/(crew)/check/visit/referral-form";
import type { Progress } from "@/app/(crew)/check/use-alert-progress";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { LookupId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";
import { followUpWords, missedInWords } from "@/server/vocabulary/missed-appointment";

type Missed = NonNullable<Progress[number]["missed"]>;

interface ReportedMissedProps {
  readonly lookupId: LookupId;
  readonly missed: Missed;
}

const withdrawMinutes = 10;

/** What was reported, what to do besides if somebody is worried now, and the way to take it back. */
export function ReportedMissed({ lookupId, missed }: ReportedMissedProps): ReactElement {
  if (missed.isTakenBack) {
    return (
      <LiveLine tone="done">
        You said that you reported this by mistake. To report again, check the child again.
      </LiveLine>
    );
  }
  return (
    <section aria-label="What you reported">
      <h2 className="nhsuk-heading-m">You reported</h2>
      <p>
        The child <strong>{missedInWords(missed)}</strong>, at {formatTime(missed.missedAt)}. Done about it:{" "}
        {followUpWords[missed.followUp].toLowerCase()}. To report another appointment, check the child again.
      </p>
      {missed.isWorried && (
        <NotificationBanner title="You are worried now">
          <p>
            Ring the number at the top as well, and make a referral below. In danger this minute? Ring 999.
          </p>
        </NotificationBanner>
      )}
      <Details summary="Make a referral" open={missed.isWorried}>
        <ReferralForm lookupId={lookupId} />
      </Details>
      <Withdraw lookupId={lookupId} reportedAt={missed.reportedAt} />
    </section>
  );
}

interface WithdrawProps {
  readonly lookupId: LookupId;
  readonly reportedAt: Date;
}

/** Asked a second time, since it calls the authority off. */
function Withdraw({ lookupId, reportedAt }: WithdrawProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const until = new Date(reportedAt.getTime() + withdrawMinutes * 60_000);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <Button
        type="button"
        variant="secondary"
        disabled={isBusy}
        aria-expanded={isAsking}
        onClick={() => {
          setIsAsking(!isAsking);
        }}
      >
        Reported by mistake
      </Button>
      {isAsking && (
        <NotificationBanner title="Did you report this by mistake?">
          <p>The authority is told so. Both stay on record. Possible until {formatTime(until)}.</p>
          <Button
            type="button"
            variant="warning"
            disabled={isBusy}
            onClick={() => void run(() => trpc.appointment.withdraw.mutate({ lookupId }))}
          >
            Yes, take the report back
          </Button>
        </NotificationBanner>
      )}
    </>
  );
}
