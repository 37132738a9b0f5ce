import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  None,
  processAuthorizationCodeResponse,
  validateAuthResponse,
  type AuthorizationServer,
  type ClientAuth,
} from "oauth4webapi";
import { z } from "zod";
import { discoverRecordSystem, type SmartEndpoints } from "@/server/gateways/record-system/discover";
import { readPatientRecord, type PatientRecord } from "@/server/vocabulary/patient-record";
import { withoutSlash, type RecordSystem } from "@/server/vocabulary/record-system";

/** What binds the way there and the way back together. */
export interface Launch {
  /** What the record system knows its user's place by. */
  readonly launch: string;
  readonly state: string;
  /** Of PKCE: who has it is who began. */
  readonly verifier: string;
}

interface Place {
  readonly system: RecordSystem;
  /** Where the record system sends the browser back to. */
  readonly redirectUri: string;
  readonly timeoutMs: number;
}

/** Where the browser asks the record system which patient is open. Throws where the system cannot be asked. */
export async function addressToAsk(
  { system, redirectUri, timeoutMs }: Place,
  launch: Launch,
): Promise<string> {
  const endpoints = await discoverRecordSystem(system, timeoutMs);
  const address = new URL(endpoints.authorization);
  const asked = {
    response_type: "code",
    client_id: system.clientId,
    redirect_uri: redirectUri,
    launch: launch.launch,
    scope: endpoints.scope,
    state: launch.state,
    aud: system.iss,
    code_challenge: await calculatePKCECodeChallenge(launch.verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}

export type OpenedRecord =
  | PatientRecord
  /** The record system answered, and lets its user's patient not be read. */
  | { readonly ok: false; readonly refused: true }
  | { readonly ok: false; readonly unavailable: string };

/**
 * Reads the patient who is open in the record system, with what it sent back along with the browser. Never throws. The
 * right that it gives is used once and kept nowhere.
 */
export async function openRecord(
  place: Place,
  launch: Launch,
  answer: URLSearchParams,
): Promise<OpenedRecord> {
  try {
    const endpoints = await discoverRecordSystem(place.system, place.timeoutMs);
    const { access_token: token, patient } = await exchange(place, endpoints, { launch, answer });
    if (typeof patient !== "string") return { ok: false, words: "No patient is open in your system." };
    return await readPatient(place, token, patient);
  } catch (error) {
    if (error instanceof AuthorizationResponseError) return { ok: false, refused: true };
    // The kind only: a message may repeat an address or an answer.
    return { ok: false, unavailable: error instanceof Error ? error.name : "unknown" };
  }
}

interface WayBack {
  readonly launch: Launch;
  readonly answer: URLSearchParams;
}

async function exchange(
  { system, redirectUri, timeoutMs }: Place,
  endpoints: SmartEndpoints,
  { launch: { state, verifier }, answer }: WayBack,
) {
  const server: AuthorizationServer = {
    issuer: endpoints.issuer ?? system.iss,
    token_endpoint: endpoints.token,
  };
  const client = { client_id: system.clientId };
  const proof = system.clientSecret === undefined ? None() : withSecret(system.clientSecret);
  const checked = validateAuthResponse(server, client, withoutUnknownIssuer(answer, endpoints), state);
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    proof,
    checked,
    redirectUri,
    verifier,
    // Discovery lets plain addresses pass within this machine alone.
    { [allowInsecureRequests]: true, signal: AbortSignal.timeout(timeoutMs) },
  );
  return processAuthorizationCodeResponse(server, client, await whatIsUsed(response));
}

/** HTTP Basic as SMART's own example has it: the library escapes hyphens too, which many servers do not undo. */
function withSecret(secret: string): ClientAuth {
  return (...given) => {
    const [, { client_id: id }, , headers] = given;
    const words = [id, secret].map((word) => encodeURIComponent(word)).join(":");
    headers.set("Authorization", `Basic ${Buffer.from(words).toString("base64")}`);
  };
}

/** Where a system does not say what it calls itself, what it calls itself on the way back proves nothing. */
function withoutUnknownIssuer(answer: URLSearchParams, { issuer }: SmartEndpoints): URLSearchParams {
  const read = new URLSearchParams(answer);
  if (issuer === undefined) read.delete("iss");
  return read;
}

/** Some send a token about their user, or nulls, along. Nobody asked for them, and they must not be what it fails for. */
async function whatIsUsed(response: Response): Promise<Response> {
  if (!response.ok) return response;
  const { access_token, token_type, patient } = Used.parse(await response.json());
  return Response.json({ access_token, token_type, patient });
}

const Used = z.object({ access_token: z.unknown(), token_type: z.unknown(), patient: z.unknown() }).partial();

async function readPatient(
  { system, timeoutMs }: Place,
  token: string,
  patientId: string,
): Promise<OpenedRecord> {
  const address = `${withoutSlash(system.iss)}/Patient/${encodeURIComponent(patientId)}`;
  const response = await fetch(address, {
    headers: { Accept: "application/fhir+json", Authorization: `Bearer ${token}` },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.ok) return readPatientRecord(await response.json(), patientId);
  await response.body?.cancel();
  if ([401, 403, 404].includes(response.status)) return { ok: false, refused: true };
  return { ok: false, unavailable: `status ${String(response.status)}` };
}
