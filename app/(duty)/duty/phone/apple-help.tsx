"use client";

import { useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { AddDrawing, HomeDrawing, SafariDrawing, ShareDrawing } from "./apple-drawings";
import { phoneKind } from "@/app/_pwa/enable-push";
import type { PhoneKind } from "@/app/_pwa/phone-kind";
import { Details } from "@/app/_ui/details";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** How to install on an iPhone or iPad: open before those who need it, folded away for everybody else. */
export function AppleHelp(): ReactElement {
  switch (useSyncExternalStore(neverChanges, phoneKind, unknownKind)) {
    case "apple-safari":
      return (
        <Needed title="Install Lantern on this iPhone or iPad first">
          <Steps />
        </Needed>
      );
    case "apple-other-browser":
      return (
        <Needed title="Open Lantern in Safari first">
          <Steps isElsewhere />
        </Needed>
      );
    case "apple-too-old":
      return (
        <Needed title="This iPhone or iPad is too old for alerts">
          <p>
            Alerts need iOS or iPadOS 16.4 or newer. Open Settings, General, Software Update. Until then add a
            mobile number below, so that you are told by text message.
          </p>
        </Needed>
      );
    case "able":
    case "unable":
      return (
        <Details summary="On an iPhone or iPad">
          <Steps isElsewhere />
        </Details>
      );
  }
}

/** What a phone is, it stays. */
function neverChanges(): () => void {
  return () => undefined;
}

/** The server does not know. */
function unknownKind(): PhoneKind {
  return "able";
}

function Needed({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <NotificationBanner title={title}>
      <p>iPhones and iPads ring for installed apps only.</p>
      {children}
    </NotificationBanner>
  );
}

function Steps({ isElsewhere = false }: { readonly isElsewhere?: boolean }): ReactElement {
  return (
    <ol className="drawn-steps">
      {isElsewhere && (
        <Step drawing={<SafariDrawing />}>Open Lantern in Safari, the browser with the compass.</Step>
      )}
      <Step drawing={<ShareDrawing />}>Press Share: the square with an arrow that points up.</Step>
      <Step drawing={<AddDrawing />}>Scroll down, press “Add to Home Screen”, then “Add”.</Step>
      <Step drawing={<HomeDrawing />}>
        Close Safari, open Lantern from the home screen, sign in, come back to “This phone” and press “Turn
        alerts on”.
      </Step>
    </ol>
  );
}

function Step({
  drawing,
  children,
}: {
  readonly drawing: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <li>
      {drawing}
      <span>{children}</span>
    </li>
  );
}
