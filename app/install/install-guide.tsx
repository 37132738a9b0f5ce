"use client";

import { useSyncExternalStore, type ReactElement } from "react";
import { InstallNow } from "./install-now";
import { Details } from "@/app/_ui/details";
import { InstallSteps } from "@/app/_ui/install-steps";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { devicesInWords, deviceOf, installDevices, type InstallDevice } from "./install-device";

/** The steps for this device first and open, the others beneath. */
export function InstallGuide(): ReactElement {
  const device = useSyncExternalStore(neverChanges, readDevice, () => undefined);
  const isInstalled = useSyncExternalStore(neverChanges, readInstalled, () => false);
  const ordered =
    device === undefined ? installDevices : [device, ...installDevices.filter((d) => d !== device)];

  return (
    <>
      {isInstalled ? (
        <NotificationBanner tone="success" title="Lantern is installed">
          <p>You are looking at the installed app.</p>
        </NotificationBanner>
      ) : (
        <InstallNow />
      )}
      {ordered.map((each) => (
        // The key opens the right one once the device is known.
        <Details
          key={`${each}-${String(each === device)}`}
          summary={devicesInWords[each]}
          open={each === device && !isInstalled}
        >
          <InstallSteps device={each} />
        </Details>
      ))}
    </>
  );
}

function readDevice(): InstallDevice {
  return deviceOf(navigator.userAgent, navigator.maxTouchPoints);
}

function readInstalled(): boolean {
  return (
    window.matchMedia("(display-mode: standalone)").matches || Reflect.get(navigator, "standalone") === true
  );
}

function neverChanges(): () => void {
  return () => undefined;
}
