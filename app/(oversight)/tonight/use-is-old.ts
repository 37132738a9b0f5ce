import { useEffect, useEffectEvent, useState } from "react";

/** For how long an answer about tonight may stand on a page that stays open. */
const holdsMilliseconds = 5 * 60_000;
/** Whoever comes back to the page after this long finds it read anew. */
const freshMilliseconds = 60_000;

/** A timer that stood still while the computer slept is behind: the clock is asked again and again. */
const lookMilliseconds = 10_000;
const mostKept = 50;

/** When this browser was first given an answer: whoever goes back to a page that was kept is given the old one again. */
const givenAt = new Map<string, number>();

/**
 * Whether the answer of this time has stood for too long. It is asked for anew when somebody comes back to the page, and not
 * by the hour: a page that nobody looks at keeps no session open.
 */
export function useIsOld(asAt: string, askAnew: () => void): boolean {
  const [oldOne, setOldOne] = useState<string>();
  const age = useEffectEvent(() => Date.now() - (givenAt.get(asAt) ?? Date.now()));
  const look = useEffectEvent(() => {
    if (age() >= holdsMilliseconds) setOldOne(asAt);
  });
  const comeBack = useEffectEvent(() => {
    look();
    // Without signal the old page, which says how old it is, is better than none.
    const canAsk = document.visibilityState === "visible" && navigator.onLine;
    if (canAsk && age() >= freshMilliseconds) askAnew();
  });

  useEffect(() => {
    keep(asAt);
    const onReturn = () => {
      comeBack();
    };
    // Whoever goes back within the app is given the old answer once more.
    const atOnce = setTimeout(onReturn);
    const timer = setInterval(() => {
      look();
    }, lookMilliseconds);
    const events = [
      [document, "visibilitychange"],
      [window, "pageshow"],
      [window, "focus"],
    ] as const;
    for (const [target, event] of events) target.addEventListener(event, onReturn);
    return () => {
      clearTimeout(atOnce);
      clearInterval(timer);
      for (const [target, event] of events) target.removeEventListener(event, onReturn);
    };
  }, [asAt]);

  return oldOne === asAt;
}

function keep(asAt: string): void {
  if (givenAt.has(asAt)) return;
  if (givenAt.size >= mostKept) givenAt.clear();
  givenAt.set(asAt, Date.now());
}
