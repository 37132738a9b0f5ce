"use client";

import { useEffect, useState, type ReactElement } from "react";

const slowAfterMilliseconds = 4_000;

/** After a few seconds says that the signal is slow, and where the numbers are meanwhile. */
export function SlowSignal(): ReactElement {
  const [isSlow, setIsSlow] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, slowAfterMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, []);

  return (
    <p role="status">
      {isSlow && (
        <>
          Slow signal. Still checking. You can ring meanwhile: <a href="/directory">duty numbers</a>
        </>
      )}
    </p>
  );
}
