const atTheLatestMs = 2_000;

/** Does something when the page has nothing better to do, and soon in any case; gives back how to leave it undone. */
export function whenIdle(act: () => void): () => void {
  // Safari has no idle time to offer.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, atTheLatestMs / 2);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(act, { timeout: atTheLatestMs });
  return () => {
    cancelIdleCallback(handle);
  };
}
