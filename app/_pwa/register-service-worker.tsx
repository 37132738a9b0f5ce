"use client";

import { useEffect, useRef, useState, type ReactElement } from "react";
import { Workbox } from "workbox-window";
import { useIsInTheMiddle } from "./in-the-middle";
import { holdInstallOffer } from "./install-offer";
import { useWaiting } from "./waiting/use-waiting";
import { freshDirectory } from "./directory-store";
import { whenIdle } from "./when-idle";

/**
 * Registers the service worker, keeps the phone's directory of duty numbers fresh, and says so when a new
 * version waits: not while a question or a card is open, or something waits on this phone. Nothing reloads by itself:
 * the new version starts only when it is asked for or when the app is next opened.
 */
export function RegisterServiceWorker(): ReactElement | null {
  const worker = useRef<Workbox>(null);
  const [isUpdateReady, setUpdateReady] = useState(false);

  useEffect(() => {
    if (!("serviceWorker" in navigator) || worker.current !== null) return;
    const registered = new Workbox("/sw.js", { scope: "/", updateViaCache: "none" });
    worker.current = registered;
    registered.addEventListener("waiting", () => {
      setUpdateReady(true);
    });
    // Refused registration (private browsing, no HTTPS) leaves a working site without push and offline numbers.
    registered.register().catch(() => undefined);
  }, []);

  useEffect(keepDirectoryFresh, []);
  useEffect(holdInstallOffer, []);

  const isInTheMiddle = useIsInTheMiddle();
  const { questions, answers } = useWaiting();
  if (!isUpdateReady || isInTheMiddle || questions.length > 0 || answers.length > 0) return null;
  return (
    <div className="app-bar" role="status">
      <p>A new version of Lantern is ready.</p>
      <button
        type="button"
        className="app-bar__button"
        onClick={() => {
          startNewVersion(worker.current);
        }}
      >
        Use it now
      </button>
    </div>
  );
}

function startNewVersion(worker: Workbox | null): void {
  worker?.addEventListener("controlling", () => {
    window.location.reload();
  });
  worker?.messageSkipWaiting();
}

/** Once when the app has opened and has nothing better to do, and whenever the connection returns. */
function keepDirectoryFresh(): () => void {
  const refresh = (): void => void freshDirectory();
  const leave = whenIdle(refresh);
  window.addEventListener("online", refresh);
  return () => {
    leave();
    window.removeEventListener("online", refresh);
  };
}
