import { z } from "zod";
import { parsedJson } from "@/server/vocabulary/parsed-json";
import { isSafeAddress } from "@/server/vocabulary/safe-address";

const addressWords = "needs an address like https://lantern.example; without TLS on the same machine only";

/** Where public keys are. On the way nobody may have changed them. */
export const keysAddress = z.url(addressWords).refine(isSafeAddress, addressWords);

const CdsClients = z.array(
  z.object({
    /** `iss` of the tokens that it signs. */
    issuer: z.string().min(1),
    keysUrl: keysAddress,
    /** ODS codes of the organisations for which it may ask. */
    organisations: z.array(z.string().min(1)).min(1),
    /** Where its pages come from, if it asks from a browser. */
    origins: z.array(z.url()).default([]),
  }),
);

/** Systems that may call CDS Hooks, as a JSON array. */
export const cdsClients = z.string().transform((text, context) => {
  const parsed = CdsClients.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  context.addIssue({
    code: "custom",
    message:
      "needs a JSON array of objects with issuer, keysUrl (https), organisations and, if there are any, origins",
  });
  return z.NEVER;
});

const secretParts = ["d", "p", "q", "k"];
const Jwk = z
  .looseObject({ kty: z.enum(["RSA", "EC"]), kid: z.string().min(1) })
  .refine((key) => !secretParts.some((part) => part in key));

const System = z.object({
  /** `iss` and `sub` of what it signs. */
  id: z.string().min(1).max(200),
  /** GSS code of the one authority whose system it is. */
  authority: z.string().min(1),
});

/** Its public keys stand here or at an address, and never in two places that could differ. */
const SystemClients = z.array(
  z.union([
    System.extend({ keys: z.object({ keys: z.array(Jwk).min(1) }), keysUrl: z.undefined().optional() }),
    System.extend({ keysUrl: keysAddress, keys: z.undefined().optional() }),
  ]),
);

/** Systems of authorities that sign in with keys of their own, as a JSON array. */
export const systemClients = z.string().transform((text, context) => {
  const parsed = SystemClients.safeParse(parsedJson(text));
  if (parsed.success && new Set(parsed.data.map(({ id }) => id)).size === parsed.data.length)
    return parsed.data;
  context.addIssue({
    code: "custom",
    message:
      "needs a JSON array of objects with id, authority and either keys, a JSON Web Key Set of public RSA or EC keys with a kid each, or keysUrl (https), where such a set is; no id twice",
  });
  return z.NEVER;
});
