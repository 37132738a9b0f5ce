import type { Fault } from "@/server/standards/fhir/fault";

export const fhirJson = "application/fhir+json";

/** As what a resource may be sent here. */
export const sentAs: readonly string[] = [fhirJson, "application/json"];

const formats = ["json", "application/json", fhirJson];
const ranges = ["application/json", fhirJson, "application/*", "*/*"];

/** Whether what the caller takes is what this door speaks: JSON. `_format` wins over `Accept`. Pure. */
export function negotiate(query: URLSearchParams, accept: string | null): Fault | undefined {
  const [format, ...others] = query.getAll("_format");
  // A plus that was not escaped comes as a space.
  const isSpoken =
    format === undefined
      ? accept === null || accept.split(",").some(isTaken)
      : others.length === 0 && formats.includes(format.toLowerCase().replace(" ", "+"));
  return isSpoken ? undefined : notAcceptable;
}

function isTaken(range: string): boolean {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  return ranges.includes(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
}

const notAcceptable: Fault = {
  status: 406,
  type: "not-supported",
  words: `This door answers in ${fhirJson} only.`,
};
