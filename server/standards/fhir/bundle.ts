import type { Bundle, BundleEntry, FhirResource } from "fhir/r4";
import { informationOutcome } from "@/server/standards/fhir/operation-outcome";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";

/** Where this interface is, and what is asked of it. */
export interface Place {
  /** Without a slash at the end. */
  readonly base: string;
  readonly nhsNumber: string;
}

interface Contents {
  readonly matches: readonly FhirResource[];
  readonly included?: readonly FhirResource[];
  /** What the reader has to know beside them; no match, and not counted. */
  readonly remarks: readonly string[];
}

/** A search's answer as the national interface gives it. Pure. */
export function searchset(
  resource: "CareTeam" | "AuditEvent",
  { base, nhsNumber }: Place,
  { matches, included = [], remarks }: Contents,
): Bundle {
  const url = `${base}/${resource}?patient:identifier=${nhsNumberSystem}|${nhsNumber}`;
  const entries: BundleEntry[] = [
    ...matches.map((match) => entryOf(base, match, "match")),
    ...included.map((one) => entryOf(base, one, "include")),
    ...(remarks.length === 0
      ? []
      : [{ resource: informationOutcome(remarks), search: { mode: "outcome" as const } }]),
  ];
  return {
    resourceType: "Bundle",
    type: "searchset",
    total: matches.length,
    link: [{ relation: "self", url }],
    // FHIR allows no empty lists.
    ...(entries.length > 0 && { entry: entries }),
  };
}

function entryOf(base: string, resource: FhirResource, mode: "match" | "include"): BundleEntry {
  const fullUrl = `${base}/${resource.resourceType}/${resource.id ?? ""}`;
  return { fullUrl, resource, search: { mode } };
}
