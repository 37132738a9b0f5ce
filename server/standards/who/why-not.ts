import { errors } from "jose";

export type WhyNot =
  /** The words say what is wrong with what was signed, and nothing of what is in it. */
  | { readonly kind: "bad"; readonly words: string }
  /** The keys cannot be had: nothing is known about what was signed. */
  | { readonly kind: "unavailable" };

export interface SignedWords {
  /** As in “Its claim”. */
  readonly whose: string;
  /** What is wrong, by the library's code. Whatever is not among them says nothing about what was signed. */
  readonly faults: Readonly<Record<string, string>>;
}

/** Why `jwtVerify` was not convinced. Pure. */
export function whyNot(error: unknown, { whose, faults }: SignedWords): WhyNot {
  if (error instanceof errors.JWTClaimValidationFailed)
    return { kind: "bad", words: `${whose} claim “${error.claim}” is not as it has to be here.` };
  const words = error instanceof errors.JOSEError ? faults[error.code] : undefined;
  return words === undefined ? { kind: "unavailable" } : { kind: "bad", words };
}
