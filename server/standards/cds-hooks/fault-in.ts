import type { ZodError } from "zod";

/** What is wrong with a body, by the name of the field and without what stood in it. Pure. */
export function faultIn(body: unknown, { issues }: ZodError): string {
  if (body === undefined) return "Send JSON of at most 256 kB, as application/json.";
  return `Send JSON as CDS Hooks wants it: ${issues[0]?.path.join(".") || "the body"} is wrong or missing.`;
}
