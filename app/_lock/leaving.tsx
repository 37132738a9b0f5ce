"use client";

import { useEffect, useRef, type ReactElement } from "react";

const everyMilliseconds = 5_000;

/** Signed out on this phone; tells the service as soon as it can be reached, and then goes to sign-in. */
export function Leaving(): ReactElement {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    let isSent = false;
    const tryToLeave = async (): Promise<void> => {
      if (isSent || !(await canReachService()) || form.current === null) return;
      isSent = true;
      form.current.submit();
    };
    void tryToLeave();
    const timer = setInterval(() => void tryToLeave(), everyMilliseconds);
    const now = (): void => void tryToLeave();
    window.addEventListener("online", now);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", now);
    };
  }, []);

  return (
    <>
      <h1 className="nhsuk-heading-l" id="lock-title">
        Signing you out
      </h1>
      <p role="status">
        Everything that was kept for you on this phone is gone. The service is told as soon as there is a
        connection; then the next person can sign in.
      </p>
      <form ref={form} action="/sign-out" method="post" />
    </>
  );
}

/** A form that is posted into nothing would leave the browser's own error page behind. */
async function canReachService(): Promise<boolean> {
  try {
    const answer = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(4_000) });
    return (answer.headers.get("content-type") ?? "").includes("json");
  } catch {
    return false;
  }
}
