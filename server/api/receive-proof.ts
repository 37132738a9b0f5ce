import { readBody } from "@/server/api/read-body";
import type { Service } from "@/server/api/service";
import { isOwnSignature } from "@/server/api/vapid-signature";
import { withWork } from "@/server/db/work";
import { recordProof } from "@/server/domain/push/record-proof";
import { openPush } from "@/server/domain/push/synthetic-device";
import { systemActor } from "@/server/vocabulary/actor";
import { proofDoor, ProofMessage } from "@/server/vocabulary/delivery-proof";
import type { ProofId } from "@/server/vocabulary/ids";

/** As much as any push service takes (RFC 8030, section 7.2). */
const mostBytes = 4_096;

type ProofService = Pick<Service, "configuration" | "database" | "log">;

/**
 * The service's own phone receives a push: 201, as a push service says it, when it was signed by us (RFC 8292), could
 * be read with the phone's key (RFC 8291) and names a proof that was begun. 403 for a signature that is not ours, 400
 * for anything else, 503 where it could not be written. The words tell whoever mends it what to compare. A flood costs
 * one signature a request and changes nothing.
 */
export async function receiveProof(service: ProofService, request: Request, now: Date): Promise<Response> {
  if (!(await isOurs(service, request, now))) {
    return answer(403, "Not signed by this service: compare VAPID keys, NEXTAUTH_URL and clocks");
  }

  const body = await readBody(request, mostBytes);
  const { DEVICE_KEY } = service.configuration;
  const proofId = body.kind === "whole" ? readProofId(body.bytes, DEVICE_KEY) : undefined;
  if (proofId === undefined) return answer(400, "Not readable: compare DEVICE_KEY of web and worker");
  return record(service, proofId, now);
}

async function isOurs({ configuration }: ProofService, { headers }: Request, now: Date): Promise<boolean> {
  const door = proofDoor(configuration);
  if (door === undefined) return false;
  const expected = { publicKey: configuration.VAPID_PUBLIC_KEY, audience: new URL(door).origin, now };
  return isOwnSignature(headers.get("authorization") ?? "", expected);
}

function readProofId(bytes: Uint8Array, deviceKey: string): ProofId | undefined {
  try {
    const message: unknown = JSON.parse(openPush(bytes, deviceKey).toString("utf8"));
    return ProofMessage.safeParse(message).data?.proof;
  } catch {
    return undefined;
  }
}

async function record({ database, log }: ProofService, proofId: ProofId, now: Date): Promise<Response> {
  try {
    const occasion = { actor: systemActor("push-receipts"), now };
    const isKnown = await withWork(database, occasion, (work) => recordProof(work, proofId));
    return isKnown ? answer(201, "Proven") : answer(400, "Unknown: compare DATABASE_URL of web and worker");
  } catch (error) {
    log.error({ proofId, error: error instanceof Error ? error.name : "unknown" }, "proof not recorded");
    return answer(503, "Not recorded");
  }
}

function answer(status: number, words: string): Response {
  return new Response(words, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
