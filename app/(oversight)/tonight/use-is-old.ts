import { useEffect, useEffectEvent, useState } from "react";

/** For how long an answer about tonight may stand on a page that stays open. */
const holdsMilliseconds = 5 * 60_000;
/** Whoever comes back to the page after this long finds it read anew. */
const freshMilliseconds = 60_000;

/** When this browser was first given an answer: whoever goes back to a page that was kept is given the old one again. */
const givenAt = new Map<string, number>();

/**
 * Whether the answer of this time has stood for too long. When somebody comes back to the page it is asked for anew, and by
 * nothing else: a page that nobody looks at keeps no session open.
 */
export function useIsOld(asAt: string, askAnew: () => void): boolean {
  const [oldOne, setOldOne] = useState<string>();
  const age = useEffectEvent(() => Date.now() - (givenAt.get(asAt) ?? Date.now()));
  const comeBack = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    if (age() >= holdsMilliseconds) setOldOne(asAt);
    if (age() >= freshMilliseconds) askAnew();
  });

  useEffect(() => {
    if (!givenAt.has(asAt)) givenAt.set(asAt, Date.now());
    const timer = setTimeout(
      () => {
        setOldOne(asAt);
      },
      Math.max(0, holdsMilliseconds - age()),
    );
    const onReturn = () => {
      comeBack();
    };
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("pageshow", onReturn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("pageshow", onReturn);
    };
  }, [asAt]);

  return oldOne === asAt;
}
