import { generateRandomCodeVerifier, generateRandomState } from "oauth4webapi";
import { createContext } from "@/server/api/context";
import { keepLaunch, launchOf } from "@/server/api/launch/launch-cookie";
import type { Service } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import { openedPath, startPath, type RecordProblem } from "@/server/vocabulary/record-problem";

const longest = 2_000;

/**
 * Answers `GET /launch?iss=…&launch=…`, with which a record system opens Lantern beside a patient (SMART App Launch, EHR
 * launch). Only systems that are set up may; everything else ends at the number pad, with words.
 */
export function beginLaunch({ configuration, records }: Service, request: Request, now: Date): Response {
  const asked = new URL(request.url).searchParams;
  const iss = asked.get("iss") ?? "";
  const launch = asked.get("launch") ?? "";
  if (!records.isKnown(iss)) return trouble("unknown-system");
  if (launch === "" || launch.length > longest) return trouble("not-launched");

  const made = { state: generateRandomState(), verifier: generateRandomCodeVerifier() };
  return seeOther(startPath, keepLaunch({ iss, launch, ...made }, configuration, now));
}

/**
 * Answers `GET /launch/start`: asks the record system which patient is open, as soon as somebody is signed in here and has
 * said where they work. Sign-in and the choice of a setting come back to it.
 */
export async function goOnWithLaunch(service: Service, request: Request, now: Date): Promise<Response> {
  const { configuration, log, records } = service;
  const launch = launchOf(request.headers, configuration, now);
  if (launch === undefined) return trouble("not-launched");
  if (!records.isKnown(launch.iss)) return trouble("unknown-system");

  const { session } = await createContext(service, sessionIdOf(request.headers, configuration), now);
  if (session.state !== "open") return seeOther(`/sign-in?next=${encodeURIComponent(startPath)}`);
  if (session.actor.careSettingId === undefined)
    return seeOther(`/setting?next=${encodeURIComponent(startPath)}`);
  try {
    return seeOther(await records.addressToAsk(launch.iss, launch));
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : "unknown" }, "a record system did not answer");
    return trouble("no-answer");
  }
}

function trouble(problem: RecordProblem): Response {
  return seeOther(`${openedPath}?problem=${problem}`);
}

function seeOther(location: string, cookie?: string): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  if (cookie !== undefined) headers.set("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
