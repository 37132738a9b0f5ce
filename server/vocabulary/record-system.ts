import { z } from "zod";
import { parsedJson } from "@/server/vocabulary/parsed-json";
import { isSafeAddress } from "@/server/vocabulary/safe-address";

const RecordSystem = z.object({
  /** Its FHIR R4 address, as it sends it in `iss`. */
  iss: z.string().refine(isSafeAddress),
  /** The name under which it knows Lantern. */
  clientId: z.string().min(1).max(200),
  /** If it gave one. */
  clientSecret: z.string().min(1).optional(),
  /** Further hosts, with their ports, at which it signs people in. */
  hosts: z.array(z.string().min(1)).default([]),
});

/** A hospital's or ambulance service's own system, from whose records Lantern may be opened (SMART App Launch). */
export type RecordSystem = z.infer<typeof RecordSystem>;

/** What is set up, as a JSON array. No two have one address. */
export const recordSystems = z.string().transform((text, context) => {
  const parsed = z.array(RecordSystem).safeParse(parsedJson(text));
  const addresses = new Set(parsed.data?.map(({ iss }) => withoutSlash(iss)));
  if (parsed.success && addresses.size === parsed.data.length) return parsed.data;
  context.addIssue({
    code: "custom",
    message:
      "needs a JSON array of objects with iss (https, each once), clientId and, if there are any, clientSecret and hosts",
  });
  return z.NEVER;
});

/** The system that calls itself by that address. */
export function recordSystemAt(systems: readonly RecordSystem[], iss: string): RecordSystem | undefined {
  return systems.find((system) => withoutSlash(system.iss) === withoutSlash(iss));
}

export function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}
