import { z } from "zod";
import { discoveryOf } from "@/server/api/auth-providers";

const Discovery = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});
export type Discovery = z.infer<typeof Discovery>;

const keptForMilliseconds = 3_600_000;
const kept = new Map<string, { readonly discovery: Discovery; readonly staleAt: number }>();

/** What an issuer says of itself (OpenID Connect discovery), kept for an hour. Throws if it cannot be reached. */
export async function discoverIssuer(issuer: string, now: Date): Promise<Discovery> {
  const known = kept.get(issuer);
  if (known !== undefined && known.staleAt > now.getTime()) return known.discovery;

  const response = await fetch(discoveryOf(issuer), { signal: AbortSignal.timeout(3_000) });
  const discovery = Discovery.parse(await response.json());
  kept.set(issuer, { discovery, staleAt: now.getTime() + keptForMilliseconds });
  return discovery;
}
