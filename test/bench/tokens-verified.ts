import { verifyToken } from "@/server/standards/who/verify-token";
import { parseConfiguration } from "@/server/vocabulary/configuration";
import type { System } from "@/test/bench/asking-system";
import { closedLoad } from "@/test/bench/load";
import { systemsAudience } from "@/test/support/token-issuer";

const count = 20_000;

/** How many tokens of people one process can verify in a second, the issuer's keys at hand. */
export async function tokensVerified(
  { issuer, personTokens }: System,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const configuration = parseConfiguration(environment);
  const { perSecond, failures } = await closedLoad(16, count, async (index) => {
    const verified = await verifyToken(configuration, personTokens[index % personTokens.length] ?? "", {
      keysUrl: issuer.keysUrl,
      issuer: issuer.issuer,
      audience: systemsAudience,
      now: new Date(),
      mostMinutes: 60,
    });
    if (verified.kind !== "good") throw new Error(verified.kind);
  });
  if (failures > 0) throw new Error(`${String(failures)} tokens could not be verified`);
  return perSecond;
}
