/** On what Lantern runs, as far as that decides whether alerts can ring there, and what to do. */
export type PhoneKind =
  /** Alerts can be turned on. */
  | "able"
  /** An iPhone or iPad that is too old for alerts. */
  | "apple-too-old"
  /** Safari on an iPhone or iPad: alerts ring for installed apps only. */
  | "apple-safari"
  /** Another browser, or a browser inside another app, on an iPhone or iPad. */
  | "apple-other-browser"
  /** Any other browser without push. */
  | "unable";

export interface PhoneSigns {
  readonly userAgent: string;
  /** iPads say that they are Macs; only the touch screen tells them apart. */
  readonly maxTouchPoints: number;
  /** Opened from the home screen. */
  readonly isInstalled: boolean;
  /** Service worker, push and notifications are there. */
  readonly hasPush: boolean;
}

/** What this phone is. Pure. What it can do counts before what it says it is. */
export function phoneKindOf({ userAgent, maxTouchPoints, isInstalled, hasPush }: PhoneSigns): PhoneKind {
  if (hasPush) return "able";
  if (!isAppleTouch(userAgent, maxTouchPoints)) return "unable";
  if (isOlderThanPush(userAgent)) return "apple-too-old";
  if (isInstalled) return "unable";
  return isSafari(userAgent) ? "apple-safari" : "apple-other-browser";
}

function isAppleTouch(userAgent: string, maxTouchPoints: number): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1);
}

/** Push came with 16.4. From 26 on the system no longer says its true version; Safari does. */
function isOlderThanPush(userAgent: string): boolean {
  const found = /Version\/(\d+)\.(\d+)/.exec(userAgent) ?? /OS (\d+)_(\d+)/.exec(userAgent);
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major < 16 || (major === 16 && minor < 4);
}

/** Safari alone has its version and is not one of those that put their own name beside it. */
function isSafari(userAgent: string): boolean {
  const isOther = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|Brave|GSA\/|FBA[NV]|Instagram|Teams/.test(
    userAgent,
  );
  return /Version\/[\d.]+.*Safari\//.test(userAgent) && !isOther;
}
