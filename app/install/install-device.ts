export const installDevices = ["iphone", "android", "desktop"] as const;
export type InstallDevice = (typeof installDevices)[number];

export const devicesInWords = {
  iphone: "iPhone or iPad",
  android: "Android phone or tablet",
  desktop: "Computer",
} as const satisfies Record<InstallDevice, string>;

/** Which steps somebody needs. An iPad says that it is a Mac; no Mac has a screen to touch. Pure. */
export function deviceOf(userAgent: string, touchPoints: number): InstallDevice {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "iphone";
  if (userAgent.includes("Macintosh") && touchPoints > 1) return "iphone";
  return userAgent.includes("Android") ? "android" : "desktop";
}
