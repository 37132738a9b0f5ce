import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { readAnswer } from "@/server/gateways/demographics-answer";
import type { AccessToken } from "@/server/gateways/demographics-token";
import type { DemographicsAnswer } from "@/server/vocabulary/demographics";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

export interface DemographicsSettings {
  /** The FHIR address, without a slash at the end. */
  readonly url: string;
  /** What the service allows the application: 5 unless agreed otherwise. */
  readonly perSecond: number;
  readonly timeoutMs: number;
  readonly token: AccessToken;
  /** Milliseconds before each further try; as many tries as there are waits, and one. */
  readonly waitsMs?: readonly number[];
}

/** The national demographics (PDS FHIR R4), asked one number at a time. */
export interface Demographics {
  /** Never throws: where nothing is learnt the answer says so. */
  readonly ask: (nhsNumber: NhsNumber) => Promise<DemographicsAnswer>;
}

const standardWaitsMs = [500, 2_000, 5_000];

/** Whoever asks waits their turn: all who share this client together keep to the rate that was agreed. */
export function openDemographics(settings: DemographicsSettings): Demographics {
  const turn = makeTurns(1_000 / settings.perSecond);
  const waits = settings.waitsMs ?? standardWaitsMs;

  return {
    async ask(nhsNumber) {
      // The same for every try, so that the other side knows a repeated question.
      const requestId = randomUUID();
      for (const wait of waits) {
        await turn();
        const { answer, waitMs } = await askOnce(settings, nhsNumber, requestId);
        if (answer.kind !== "unavailable" || waitMs === undefined) return answer;
        await sleep(Math.max(wait * (0.75 + Math.random() / 2), waitMs));
      }
      await turn();
      return (await askOnce(settings, nhsNumber, requestId)).answer;
    },
  };
}

interface Tried {
  readonly answer: DemographicsAnswer;
  /** At the least before another try; undefined where another would learn nothing. */
  readonly waitMs?: number;
}

async function askOnce(
  settings: DemographicsSettings,
  nhsNumber: NhsNumber,
  requestId: string,
): Promise<Tried> {
  try {
    const token = await settings.token.get();
    const response = await fetch(`${settings.url}/Patient/${nhsNumber}`, {
      headers: {
        Accept: "application/fhir+json",
        Authorization: `Bearer ${token}`,
        "User-Agent": "Lantern (child protection information sharing)",
        "X-Request-ID": requestId,
      },
      redirect: "error",
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    if (response.status === 401) settings.token.forget(token);
    return await readAnswer(response);
  } catch (error) {
    // The kind only: a message may repeat the address, which has the number in it.
    const reason = error instanceof Error ? error.name : "unknown";
    return { answer: { kind: "unavailable", reason }, waitMs: 0 };
  }
}

/** One turn each so many milliseconds, in the order of asking. */
function makeTurns(milliseconds: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const mine = Math.max(next, performance.now());
    next = mine + milliseconds;
    const wait = mine - performance.now();
    if (wait >= 1) await sleep(wait);
  };
}
