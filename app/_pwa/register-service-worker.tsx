"use client";

import { useEffect, useRef, useState, type ReactElement } from "react";
import { Workbox } from "workbox-window";
import { freshDirectory } from "./directory-store";

/**
 * Registers the service worker, keeps the phone's directory of duty numbers fresh, and says so when a new
 * version waits. Nothing reloads by itself: somebody may be in the middle of a lookup, so the new version starts
 * only when it is asked for or when the app is next opened.
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

/** Once when the app opens and whenever the connection returns. */
function keepDirectoryFresh(): () => void {
  const refresh = (): void => void freshDirectory();
  refresh();
  window.addEventListener("online", refresh);
  return () => {
    window.removeEventListener("online", refresh);
  };
}
