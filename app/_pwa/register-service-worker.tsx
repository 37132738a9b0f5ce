"use client";

import { useEffect, useRef, useState, type ReactElement } from "react";
import { Workbox } from "workbox-window";

/**
 * Registers the service worker, and says so when a new version waits. Nothing reloads by itself: somebody may
 * be in the middle of a lookup, so the new version starts only when it is asked for or when the app is next opened.
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

  if (!isUpdateReady) return null;
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
