/** Why there is no scanning now, and what can be done instead. */
export type ScanTrouble =
  "refused" | "absent" | "in-use" | "not-secure" | "not-supported" | "reader-missing" | "failed";

interface InWords {
  readonly title: string;
  readonly words: string;
}

export const troubleInWords: Readonly<Record<ScanTrouble, InWords>> = {
  refused: {
    title: "The camera is not allowed",
    words:
      "Allow it once: on Android, tap the sign beside the address, then Permissions, Camera. On iPhone, open Settings, Apps, Safari (or Lantern), Camera, Allow. Meanwhile take a photo or type the number.",
  },
  absent: {
    title: "No camera was found",
    words: "This device has no camera that Lantern can use. Type the number.",
  },
  "in-use": {
    title: "Another app is using the camera",
    words: "Close the other app or call and try again, or type the number.",
  },
  "not-secure": {
    title: "The camera needs a secure connection",
    words: "Open Lantern at its address that begins with https, or type the number.",
  },
  "not-supported": {
    title: "This browser gives no camera",
    words: "Take a photo, type the number, or open Lantern in Safari or Chrome.",
  },
  "reader-missing": {
    title: "The code reader could not be loaded",
    words:
      "There may be no signal. It is kept on this phone after it was loaded once. Type the number: that works as before.",
  },
  failed: { title: "The camera did not start", words: "Try again, take a photo, or type the number." },
};

/** What a refused camera means, by the names that browsers give to it. */
export function troubleOf(error: unknown): ScanTrouble {
  const name: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "name") : undefined;
  return typeof name === "string" ? (byName[name] ?? "failed") : "failed";
}

const byName: Readonly<Record<string, ScanTrouble>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "in-use",
  AbortError: "in-use",
};
