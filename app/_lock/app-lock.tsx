"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { Leaving } from "./leaving";
import { PinQuestion } from "./pin-question";
import { useAppLock } from "./use-app-lock";
import { useCover } from "./use-cover";
import type { PhonePerson } from "@/app/_pwa/phone/phone-session";
import { useRunningWaiting } from "@/app/_pwa/waiting/use-running-waiting";

interface AppLockProps {
  readonly marker: string;
  readonly person: PhonePerson;
}

/**
 * Makes this phone the person's for the time of their session, and looks after what waits on it. Over every page of
 * theirs lies a sheet that shuts after a while without a touch and opens by a PIN, without any network.
 */
export function AppLock({ marker, person }: AppLockProps): ReactElement | null {
  useCover();
  const { isReady, state, unlock, leave } = useAppLock(marker, person);
  useRunningWaiting(isReady && state !== "leaving");
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    // Modal: what is behind can be neither tabbed to nor read out.
    if (state !== "open" && dialog.current?.open === false) dialog.current.showModal();
  }, [state]);

  if (state === "open") return null;
  return (
    <dialog
      ref={dialog}
      className="lock-screen"
      aria-labelledby="lock-title"
      onCancel={(event) => {
        event.preventDefault();
      }}
      onClose={() => {
        // Browsers close a dialog at the second Escape, whatever we say.
        dialog.current?.showModal();
      }}
    >
      <main className="lock-screen__sheet">
        {state === "leaving" ? <Leaving /> : <PinQuestion person={person} unlock={unlock} leave={leave} />}
        <p>
          <a href="/directory">Duty team phone numbers</a>
        </p>
      </main>
    </dialog>
  );
}
