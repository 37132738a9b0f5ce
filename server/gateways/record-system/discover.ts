import { z } from "zod";
import { withoutSlash, type RecordSystem } from "@/server/vocabulary/record-system";
import { isSafeAddress } from "@/server/vocabulary/safe-address";

const Discovery = z.object({
  issuer: z.string().optional(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  capabilities: z.array(z.string()).default([]),
});

/** How a record system signs its users in (SMART App Launch 2.2.0, `.well-known/smart-configuration`). */
export interface SmartEndpoints {
  /** What it calls itself, if it says. */
  readonly issuer: string | undefined;
  readonly authorization: string;
  readonly token: string;
  /** The right to read the patient in context, in the words that it knows. */
  readonly scope: string;
}

/**
 * Asks a record system how it signs people in. Throws where it does not answer, or names an address at another host than
 * was agreed on: what it sends there is a person's way in.
 */
export async function discoverRecordSystem(system: RecordSystem, timeoutMs: number): Promise<SmartEndpoints> {
  const response = await fetch(`${withoutSlash(system.iss)}/.well-known/smart-configuration`, {
    headers: { Accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error("no smart configuration");
  const found = Discovery.parse(await response.json());
  for (const address of [found.authorization_endpoint, found.token_endpoint])
    if (!isOfSystem(system, address)) throw new Error("an endpoint at another host");

  const isVersion2 = found.capabilities.includes("permission-v2");
  return {
    issuer: found.issuer,
    authorization: found.authorization_endpoint,
    token: found.token_endpoint,
    scope: `launch ${isVersion2 ? "patient/Patient.r" : "patient/Patient.read"}`,
  };
}

function isOfSystem({ iss, hosts }: RecordSystem, address: string): boolean {
  return isSafeAddress(address) && [new URL(iss).host, ...hosts].includes(new URL(address).host);
}
