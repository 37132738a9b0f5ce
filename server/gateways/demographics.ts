import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { readAnswer } from "@/server/gateways/demographics-answer";
import { callDemographics } from "@/server/gateways/demographics-call";
import { searchDemographics } from "@/server/gateways/demographics-search";
import type { AccessToken } from "@/server/gateways/demographics-token";
import type { DemographicsAnswer } from "@/server/vocabulary/demographics";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import type { DemographicsSearchAnswer } from "@/server/vocabulary/search-answer";
import type { SearchTerms } from "@/server/vocabulary/search-terms";

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

/** The national demographics (PDS FHIR R4), asked one person at a time. */
export interface Demographics {
  /** Never throws: where nothing is learnt the answer says so. */
  readonly ask: (nhsNumber: NhsNumber) => Promise<DemographicsAnswer>;
  /** Somebody waits for it, so it gives in after `timeoutMs`. Never throws either. */
  readonly search: (terms: SearchTerms, timeoutMs: number) => Promise<DemographicsSearchAnswer>;
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
    search: (terms, timeoutMs) => searchDemographics({ ...settings, turn }, terms, timeoutMs),
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
    const signal = AbortSignal.timeout(settings.timeoutMs);
    const response = await callDemographics(settings, { path: `/Patient/${nhsNumber}`, requestId, signal });
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
