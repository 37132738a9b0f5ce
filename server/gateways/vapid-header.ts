import webPush from "web-push";

/** Our identity towards push services (RFC 8292); keys are unpadded base64url. */
export type VapidIdentity = {
  readonly subject: string;
  readonly publicKey: string;
  readonly privateKey: string;
};

/** The library signs for twelve hours, and services turn down whatever is good for more than twenty-four. */
const keptMilliseconds = 3_600_000;
/** Of this many services at the most: beyond that, all are signed for anew. */
const mostKept = 200;

type Kept = { readonly authorization: string; readonly madeAt: number };

/**
 * Signs for a push service, and keeps the signature for an hour, since signing costs as much as encrypting. Where the
 * clock was put back since, it is made anew: what it says of its own end would be too far ahead.
 */
export function makeVapidHeaders({ subject, publicKey, privateKey }: VapidIdentity) {
  const kept = new Map<string, Kept>();

  return (endpoint: string, now: number): string => {
    const audience = new URL(endpoint).origin;
    const known = kept.get(audience);
    if (known && known.madeAt <= now && now < known.madeAt + keptMilliseconds) return known.authorization;

    const signed = webPush.getVapidHeaders(audience, subject, publicKey, privateKey, "aes128gcm");
    if (kept.size >= mostKept) kept.clear();
    kept.set(audience, { authorization: signed.Authorization, madeAt: now });
    return signed.Authorization;
  };
}
