import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { readBundle, type Found } from "@/server/gateways/demographics-bundle";
import { callDemographics } from "@/server/gateways/demographics-call";
import { queriesOf } from "@/server/gateways/demographics-query";
import type { AccessToken } from "@/server/gateways/demographics-token";
import type { DemographicsSearchAnswer } from "@/server/vocabulary/search-answer";
import type { SearchTerms } from "@/server/vocabulary/search-terms";

interface Way {
  readonly url: string;
  readonly token: AccessToken;
  /** Waits until the next question may be asked. */
  readonly turn: () => Promise<void>;
}

const leastWaitMs = 300;
/** Who is told to wait for longer is told so at once: somebody stands beside a child. */
const mostWaitMs = 2_000;

/**
 * Looks for the one person whom the terms fit, while somebody waits: whatever has not been answered in time is
 * `unavailable`. Never throws, and never gives more than one person.
 */
export async function searchDemographics(
  way: Way,
  terms: SearchTerms,
  timeoutMs: number,
): Promise<DemographicsSearchAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  return Promise.race([askInOrder(way, terms, signal), timeIsUp(signal)]);
}

async function askInOrder(
  way: Way,
  terms: SearchTerms,
  signal: AbortSignal,
): Promise<DemographicsSearchAnswer> {
  for (const { parameters, isAsTyped } of queriesOf(terms)) {
    const found = await askTwice(way, `/Patient?${parameters}`, signal);
    if (found.kind === "found") return { ...found, isAsTyped };
    // Several who fit only part of what was typed are none who fit it.
    const goesOn = found.kind === "none" || (found.kind === "too-many" && !isAsTyped);
    if (!goesOn) return found;
  }
  return { kind: "none" };
}

/** A token that is refused, a server that stumbles and a line that breaks are tried once more. */
async function askTwice(way: Way, path: string, signal: AbortSignal): Promise<Found> {
  const requestId = randomUUID();
  const first = await askOnce(way, { path, requestId, signal });
  if (first.waitMs === undefined || first.waitMs > mostWaitMs || signal.aborted) return first.found;
  await sleep(Math.max(leastWaitMs, first.waitMs));
  return (await askOnce(way, { path, requestId, signal })).found;
}

async function askOnce(
  way: Way,
  call: { readonly path: string; readonly requestId: string; readonly signal: AbortSignal },
): Promise<{ readonly found: Found; readonly waitMs?: number }> {
  try {
    await way.turn();
    return await readBundle(await callDemographics(way, call));
  } catch (error) {
    // The kind only: a message may repeat the address, which has the name in it.
    const reason = error instanceof Error ? error.name : "unknown";
    return { found: { kind: "unavailable", reason }, waitMs: 0 };
  }
}

async function timeIsUp(signal: AbortSignal): Promise<DemographicsSearchAnswer> {
  if (!signal.aborted) {
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve, { once: true });
    });
  }
  return { kind: "unavailable", reason: "TimeoutError" };
}
