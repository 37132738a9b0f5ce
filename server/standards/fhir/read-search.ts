import { invalidSearch, type Fault } from "@/server/standards/fhir/fault";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";

export type ReadSearch =
  { readonly ok: true; readonly nhsNumber: NhsNumber } | { readonly ok: false; readonly fault: Fault };

const identifier = "patient:identifier";
const understood = [identifier, "_format", "_include"];

/**
 * The one number that a search asks about. What is not understood is refused and not left out, since an answer to
 * another question would be taken for an answer to this one. Pure; the words repeat nothing of what was sent.
 */
export function readSearch(query: URLSearchParams): ReadSearch {
  if ([...query.keys()].some((name) => !understood.includes(name)))
    return refuse(`Search by ${identifier} only; _include and _format may stand beside it.`);

  const [asked, ...others] = query.getAll(identifier);
  if (asked === undefined) return refuse(`Search by ${identifier}=${nhsNumberSystem}|… and the number.`);
  if (others.length > 0 || asked.includes(",")) return refuse("Ask about one NHS number at a time.");

  const [system, value, ...rest] = asked.split("|");
  if (system !== nhsNumberSystem || value === undefined || rest.length > 0)
    return refuse(`Write the number as ${nhsNumberSystem}|… and nothing else; capitals count.`);
  // A person's typing is forgiven elsewhere; a system has no reason for spaces.
  if (!/^\d{10}$/.test(value)) return refuse("Invalid NHS number: it has 10 digits and nothing else.");
  const parsed = parseNhsNumber(value);
  return parsed.ok ? parsed : refuse(`Invalid NHS number: ${parsed.message}`);
}

function refuse(words: string): ReadSearch {
  return { ok: false, fault: invalidSearch(words) };
}
