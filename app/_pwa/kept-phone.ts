import { DeviceId } from "@/server/vocabulary/ids";

const KEY = "lantern-phone";

/**
 * Under which id the service knows this phone. It names nobody, and opens nothing: with it a phone that has lost its
 * subscription can still say which one it was.
 */
export function keptPhone(): DeviceId | undefined {
  try {
    return DeviceId.safeParse(localStorage.getItem(KEY)).data;
  } catch {
    return undefined;
  }
}

/** Remembers this phone, or, with undefined, that it is none any more. A browser that keeps nothing is let be. */
export function keepPhone(deviceId: DeviceId | undefined): void {
  try {
    if (deviceId === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, deviceId);
  } catch {
    // Nothing depends on it but the next launch.
  }
}
