"use client";

import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore, type ReactElement } from "react";
import { keptPhone } from "@/app/_pwa/kept-phone";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { Tag } from "@/app/_ui/tag";
import type { OwnDevice } from "@/server/domain/push/list-devices";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";

const lookAgainMilliseconds = 2_000;
const names = { push: "Phone or browser", text: "Text message", email: "E-mail" } as const;

/** Everything that notices reach, what each last proved, and a test by the way that alerts go. */
export function DeviceList({ devices }: { readonly devices: readonly OwnDevice[] }): ReactElement {
  const { run, isBusy, problem } = useAction();
  const thisPhone = useThisPhone();
  useFollowedTests(devices.some(({ testState }) => testState === "queued" || testState === "accepted"));
  if (devices.length === 0) return <EmptyState title="Nowhere yet: alerts cannot reach you" />;

  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <ul className="list-none p-0 m-0">
        {devices.map((device) => (
          <li key={device.deviceId} className="mb-4">
            <Card>
              <h3 className="nhsuk-heading-s mb-2">
                {device.deviceId === thisPhone ? "This phone" : names[device.channel]}: {device.hint}
              </h3>
              <p className="mb-2">
                <Proof device={device} />
              </p>
              <div className="flex flex-wrap gap-2">
                {device.deviceId !== thisPhone && (
                  <Button
                    type="button"
                    variant="secondary"
                    disabled={isBusy}
                    onClick={() => void run(() => trpc.device.test.mutate({ deviceId: device.deviceId }))}
                  >
                    Test this one
                  </Button>
                )}
                <Button
                  type="button"
                  variant="secondary"
                  disabled={isBusy}
                  onClick={() => void run(() => trpc.device.remove.mutate({ deviceId: device.deviceId }))}
                >
                  Remove
                </Button>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which of them it is on which the page is read; known only there. */
function useThisPhone(): string | undefined {
  return useSyncExternalStore(untilNextLook, keptPhone, unknown);
}

/** The page is drawn anew whenever this phone changes. */
function untilNextLook(): () => void {
  return () => undefined;
}

/** The server does not know. */
function unknown(): undefined {
  return undefined;
}

function Proof({ device }: { readonly device: OwnDevice }): ReactElement {
  const { testState, testedAt, lastShownAt, lostAt } = device;
  const tested = testedAt === null ? "" : formatTime(testedAt);
  if (lostAt !== null && !(lastShownAt !== null && lastShownAt > lostAt)) {
    return (
      <>
        <Tag colour="red">Lost</Tag> It said on {formatDateTime(lostAt)} that it shows nothing any more.
      </>
    );
  }
  if (testState === "queued") return <span role="status">Test of {tested} is on its way.</span>;
  if (testState === "accepted")
    return <span role="status">Test of {tested} was sent. It is not there yet.</span>;
  if (testState === "failed") {
    return (
      <span role="status">
        <Tag colour="red">Not proven</Tag> The test of {tested} did not arrive.
      </span>
    );
  }
  if (lastShownAt === null) {
    return (
      <>
        <Tag colour="yellow">Not proven</Tag> Nothing has arrived here yet. Send yourself a test.
      </>
    );
  }
  return (
    <span role="status">
      <Tag colour="green">Proven</Tag> Last arrived on {formatDateTime(lastShownAt)}.
    </span>
  );
}

/** While a test is under way the page looks again by itself. */
function useFollowedTests(isUnderWay: boolean): void {
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
}
