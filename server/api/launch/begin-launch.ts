import { createHash } from "node:crypto";
import { generateRandomCodeVerifier, generateRandomState } from "oauth4webapi";
import { createContext } from "@/server/api/context";
import { dropLaunch, keepLaunch, launchOf, type LaunchOnTheWay } from "@/server/api/launch/launch-cookie";
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
  // What was begun in this browser before, by whomever, is over with it.
  const over = dropLaunch(configuration);
  if (!records.isKnown(iss)) return trouble("unknown-system", over);
  if (launch === "" || launch.length > longest) return trouble("not-launched", over);

  const made = { iss, launch, state: generateRandomState(), verifier: generateRandomCodeVerifier() };
  return seeOther(startOf(made), keepLaunch(made, configuration, now));
}

/**
 * Answers `GET /launch/start`: asks the record system which patient is open, as soon as somebody is signed in here and has
 * said where they work. Sign-in and the choice of a setting come back to it. The address names the launch: another one that was
 * begun meanwhile, in another window, is not taken for it, and goes on by itself.
 */
export async function goOnWithLaunch(service: Service, request: Request, now: Date): Promise<Response> {
  const { configuration, log, records } = service;
  const launch = launchOf(request.headers, configuration, now);
  const of = new URL(request.url).searchParams.get("of");
  if (launch === undefined || of !== nameOf(launch)) return trouble("not-launched");
  if (!records.isKnown(launch.iss)) return trouble("unknown-system");

  const { session } = await createContext(service, sessionIdOf(request.headers, configuration), now);
  if (session.state !== "open") return seeOther(`/sign-in?next=${encodeURIComponent(startOf(launch))}`);
  if (session.actor.careSettingId === undefined)
    return seeOther(`/setting?next=${encodeURIComponent(startOf(launch))}`);
  try {
    return seeOther(await records.addressToAsk(launch.iss, launch));
  } catch (error) {
    log.warn(
      { iss: launch.iss, error: error instanceof Error ? error.name : "unknown" },
      "a record system did not answer",
    );
    return trouble("no-answer");
  }
}

function trouble(problem: RecordProblem, cookie?: string): Response {
  return seeOther(`${openedPath}?problem=${problem}`, cookie);
}

function startOf(launch: Pick<LaunchOnTheWay, "state">): string {
  return `${startPath}?of=${nameOf(launch)}`;
}

/** A name of the launch that is of no use to anybody. */
function nameOf({ state }: Pick<LaunchOnTheWay, "state">): string {
  return createHash("sha256").update(state).digest("base64url").slice(0, 16);
}

function seeOther(location: string, cookie?: string): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  if (cookie !== undefined) headers.set("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
