import { randomBytes, type KeyObject } from "node:crypto";
import { jwtVerify } from "jose";

export interface TokenOffice {
  /** A token for the form of a request, or why there is none. */
  readonly issue: (
    form: URLSearchParams,
  ) => Promise<{ token: string; expiresIn: number } | { error: string }>;
  readonly isGood: (token: string) => boolean;
  /** Every token is refused from now on; new ones are issued. */
  readonly revokeAll: () => void;
}

interface OfficeSettings {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly publicKey: KeyObject;
}

const expiresIn = 600;
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Gives out access tokens for signed assertions, each of which is good once (RFC 7523). */
export function openTokenOffice({ tokenUrl, clientId, keyId, publicKey }: OfficeSettings): TokenOffice {
  const goodUntil = new Map<string, number>();
  const usedIds = new Set<string>();

  async function isProven(assertion: string): Promise<boolean> {
    const { payload, protectedHeader } = await jwtVerify(assertion, publicKey, {
      algorithms: ["RS512"],
      issuer: clientId,
      subject: clientId,
      audience: tokenUrl,
      requiredClaims: ["jti", "exp"],
    });
    const { jti = "", exp = 0 } = payload;
    const isFresh = !usedIds.has(jti) && exp * 1_000 <= Date.now() + 5 * 60_000 + 1_000;
    usedIds.add(jti);
    return isFresh && protectedHeader.kid === keyId;
  }

  return {
    async issue(form) {
      if (form.get("grant_type") !== "client_credentials") return { error: "unsupported_grant_type" };
      if (form.get("client_assertion_type") !== assertionType) return { error: "invalid_request" };
      if (!(await isProven(form.get("client_assertion") ?? "").catch(() => false)))
        return { error: "invalid_client" };
      const token = randomBytes(24).toString("base64url");
      goodUntil.set(token, Date.now() + expiresIn * 1_000);
      return { token, expiresIn };
    },
    isGood: (token) => (goodUntil.get(token) ?? 0) > Date.now(),
    revokeAll: () => {
      goodUntil.clear();
    },
  };
}
