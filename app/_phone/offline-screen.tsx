"use client";

import { useEffect, type ReactElement } from "react";
import { NoConnection } from "./no-connection";
import { OfflinePad } from "./offline-pad";
import { ownerOfPhone, usePhonePerson } from "./use-phone-person";
import { WaitingCount } from "./waiting-count";
import { AppLock } from "@/app/_lock/app-lock";
import { AppHeader } from "@/app/_ui/app-header";
import { PageMain } from "@/app/_ui/page-main";
import { sessionMarkerMeta } from "@/server/vocabulary/session-marker";

/** Begun before the page is put together, since the number pad waits for it. */
const begun = typeof indexedDB === "undefined" ? undefined : ownerOfPhone();

/**
 * In place of any page that cannot be reached. For somebody who looks children up: the number pad, which keeps the
 * question. For everybody: the duty numbers. Whose phone it is comes from the phone alone, and is nowhere in the page
 * that is kept.
 */
export function OfflineScreen(): ReactElement {
  const owner = usePhonePerson(begun);
  useEffect(() => {
    // Nothing of anybody is here to be locked, and nobody who could open it.
    if (owner === "nobody") delete document.documentElement.dataset["locked"];
  }, [owner]);
  if (typeof owner === "string") {
    return (
      <>
        <AppHeader />
        <PageMain>
          <NoConnection />
        </PageMain>
      </>
    );
  }
  const { marker, person } = owner;
  return (
    <>
      <meta name={sessionMarkerMeta} content={marker} />
      <AppHeader person={person} signOut={{ action: "/sign-out" }} extra={<WaitingCount />} />
      <PageMain>
        {person.asks === undefined ? <NoConnection /> : <OfflinePad marker={marker} asks={person.asks} />}
      </PageMain>
      <AppLock key={marker} marker={marker} person={person} />
    </>
  );
}
