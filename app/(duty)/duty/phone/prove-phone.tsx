"use client";

import type { ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { OwnDevice } from "@/server/domain/push/list-devices";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";

/** The one thing to do on a phone where alerts are on: have it prove that it shows them. */
export function ProvePhone({ device }: { readonly device: OwnDevice }): ReactElement {
  const { run, isBusy, problem } = useAction();
  const isUnderWay = device.testState === "queued" || device.testState === "accepted";
  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <TestLine device={device} />
      <Button
        type="button"
        big
        disabled={isBusy || isUnderWay}
        onClick={() => void run(() => trpc.device.test.mutate({ deviceId: device.deviceId }))}
      >
        {isUnderWay ? "Waiting for the test…" : "Send me a test"}
      </Button>
    </>
  );
}

function TestLine({
  device: { testState, testedAt, lastShownAt },
}: {
  readonly device: OwnDevice;
}): ReactElement {
  const tested = testedAt === null ? "" : formatTime(testedAt);
  switch (testState) {
    case "queued":
      return <LiveLine tone="waiting">The test of {tested} is on its way.</LiveLine>;
    case "accepted":
      return (
        <LiveLine tone="waiting">
          The test of {tested} was sent. If it is not there within a minute, look at the phone’s focus mode
          and its notification settings.
        </LiveLine>
      );
    case "failed":
      return (
        <LiveLine tone="problem">
          The test of {tested} was not shown. Allow notifications for Lantern in the settings of the phone,
          then send another.
        </LiveLine>
      );
    case "shown":
    case null:
      return lastShownAt === null ? (
        <LiveLine tone="problem">Not proven: nothing has been shown on this phone yet.</LiveLine>
      ) : (
        <LiveLine tone="done">Proven: shown on this phone on {formatDateTime(lastShownAt)}.</LiveLine>
      );
  }
}
