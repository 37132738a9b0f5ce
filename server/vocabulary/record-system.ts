import { z } from "zod";

const loopback: readonly string[] = ["localhost", "127.0.0.1"];

/** Https, or plain within this machine. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && loopback.includes(hostname));
}

const RecordSystem = z.object({
  /** What its users call it. */
  name: z.string().min(1).max(80),
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

/** What is set up, as a JSON array; undefined where it cannot be read. No two have one address. */
export function readRecordSystems(json: unknown): RecordSystem[] | undefined {
  const parsed = z.array(RecordSystem).safeParse(json);
  if (!parsed.success) return undefined;
  const addresses = new Set(parsed.data.map(({ iss }) => withoutSlash(iss)));
  return addresses.size === parsed.data.length ? parsed.data : undefined;
}

/** The system that calls itself by that address. */
export function recordSystemAt(systems: readonly RecordSystem[], iss: string): RecordSystem | undefined {
  return systems.find((system) => withoutSlash(system.iss) === withoutSlash(iss));
}

export function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}
