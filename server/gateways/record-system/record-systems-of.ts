import {
  addressToAsk,
  openRecord,
  type Launch,
  type OpenedRecord,
} from "@/server/gateways/record-system/open-record";
import type { Configuration } from "@/server/vocabulary/configuration";
import { openedPath } from "@/server/vocabulary/record-problem";
import { recordSystemAt, withoutSlash } from "@/server/vocabulary/record-system";

/** The systems from whose records Lantern may be opened, each known by its FHIR address. */
export interface RecordSystems {
  readonly isKnown: (iss: string) => boolean;
  /** Where the browser asks which patient is open. Throws where the system cannot be asked. */
  readonly addressToAsk: (iss: string, launch: Launch) => Promise<string>;
  /** The patient, by what the system sent back. Never throws. */
  readonly open: (iss: string, launch: Launch, answer: URLSearchParams) => Promise<OpenedRecord>;
}

/** Somebody stands there and waits. */
const timeoutMs = 5_000;

/** As configured. */
export function recordSystemsOf({
  RECORD_SYSTEMS,
  NEXTAUTH_URL,
}: Pick<Configuration, "RECORD_SYSTEMS" | "NEXTAUTH_URL">): RecordSystems {
  const redirectUri = `${withoutSlash(NEXTAUTH_URL)}${openedPath}`;
  const placeAt = (iss: string) => {
    const system = recordSystemAt(RECORD_SYSTEMS, iss);
    if (system === undefined) throw new Error("no such record system");
    return { system, redirectUri, timeoutMs };
  };
  return {
    isKnown: (iss) => recordSystemAt(RECORD_SYSTEMS, iss) !== undefined,
    addressToAsk: (iss, launch) => addressToAsk(placeAt(iss), launch),
    open: (iss, launch, answer) => openRecord(placeAt(iss), launch, answer),
  };
}
