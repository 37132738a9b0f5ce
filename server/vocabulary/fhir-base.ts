import type { Configuration } from "@/server/vocabulary/configuration";

/** Where the FHIR interface is, without a slash at the end. Pure. */
export function fhirBase({ NEXTAUTH_URL }: Pick<Configuration, "NEXTAUTH_URL">): string {
  return `${NEXTAUTH_URL.replace(/\/$/, "")}/api/fhir/R4`;
}
