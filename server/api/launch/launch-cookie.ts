import { z } from "zod";
import { openText, sealText } from "@/server/api/seal";
import { cookieHeader, cookieName, type CookieSettings } from "@/server/api/session-cookie";
import { readCookies } from "@/server/api/session-of-request";
import { parsedJson } from "@/server/vocabulary/parsed-json";

const LaunchOnTheWay = z.object({
  /** Which record system. */
  iss: z.string(),
  launch: z.string(),
  state: z.string(),
  verifier: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
});

/** A launch between the record system's first call and its last. It holds nothing of the patient. */
export type LaunchOnTheWay = z.infer<typeof LaunchOnTheWay>;

const purpose = "lantern launch cookie";
const minutes = 10;

/** The header that keeps a launch in the browser for ten minutes, time enough to sign in. */
export function keepLaunch(
  launch: Omit<LaunchOnTheWay, "until">,
  settings: CookieSettings,
  now: Date,
): string {
  const until = now.getTime() + minutes * 60_000;
  const sealed = sealText(JSON.stringify({ ...launch, until }), {
    secret: settings.NEXTAUTH_SECRET,
    purpose,
  });
  return cookieHeader("launch", { value: sealed, seconds: minutes * 60 }, settings);
}

/** The header that takes it out of the browser. */
export function dropLaunch(settings: CookieSettings): string {
  return cookieHeader("launch", { value: "", seconds: 0 }, settings);
}

/** The launch that this browser is on; undefined if there is none, it is over or it was tampered with. */
export function launchOf(headers: Headers, settings: CookieSettings, now: Date): LaunchOnTheWay | undefined {
  const token = readCookies(headers)[cookieName("launch", settings)];
  if (token === undefined) return undefined;
  const text = openText(token, { secret: settings.NEXTAUTH_SECRET, purpose });
  // A browser may have one from before an update.
  const launch = text === undefined ? undefined : LaunchOnTheWay.safeParse(parsedJson(text)).data;
  return launch !== undefined && launch.until > now.getTime() ? launch : undefined;
}
