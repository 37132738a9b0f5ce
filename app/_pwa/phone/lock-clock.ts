// When the app locks itself. In local storage and not in the database, because a page has to know before it shows
// anything: a line of script at the top of each page reads it (app/_lock/lock-script.tsx). Says nothing about anybody.

export const lockItem = "lantern-lock";
/** No choice is longer; a time that lies further ahead was written by a clock that has been set back since. */
export const longestLockMs = 5 * 60_000;

/** Whether what is written means locked: the word itself, a time that has passed, or one that cannot be right. Pure. */
export function meansLocked(written: string | null, now: number): boolean {
  if (written === null) return false;
  const left = Number(written) - now;
  return !(left > 0 && left <= longestLockMs);
}

export function readLock(): string | null {
  try {
    return localStorage.getItem(lockItem);
  } catch {
    return null;
  }
}

/** Undefined takes the lock away. */
export function setLock(value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(lockItem);
    else localStorage.setItem(lockItem, value);
  } catch {
    // A service worker has no local storage, and a browser may refuse it or be full.
  }
}
