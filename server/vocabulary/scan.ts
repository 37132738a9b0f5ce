import { readWristband, type CodeProblem, type FoundNumber } from "@/server/vocabulary/wristband";

/** What one look of the camera found: nothing, a number, several between which a person has to choose, or a refusal. */
export type Scan =
  | { readonly kind: "nothing" }
  | { readonly kind: "number"; readonly found: FoundNumber }
  | { readonly kind: "several"; readonly found: readonly FoundNumber[] }
  | { readonly kind: "refused"; readonly problem: CodeProblem; readonly message: string };

/** Puts together the codes of one picture. Two codes of one person are one number, and the one that says more speaks. */
export function readScan(codes: readonly string[]): Scan {
  const read = codes.map(readWristband);
  const byNumber = new Map<string, FoundNumber>();
  for (const code of read) {
    if (code.kind !== "number") continue;
    const known = byNumber.get(code.nhsNumber);
    if (known === undefined || saysMore(code, known)) byNumber.set(code.nhsNumber, code);
  }
  const found = [...byNumber.values()];
  const [only] = found;
  if (found.length > 1) return { kind: "several", found };
  if (only !== undefined) return { kind: "number", found: only };

  // A code without any number stands beside many a band, so what says more is told first.
  const refused = read.find(({ kind }) => kind !== "no-number") ?? read[0];
  if (refused === undefined || refused.kind === "number") return { kind: "nothing" };
  return { kind: "refused", problem: refused.kind, message: refused.message };
}

function saysMore(one: FoundNumber, other: FoundNumber): boolean {
  const words = Object.keys(one.says).length - Object.keys(other.says).length;
  return words > 0 || (words === 0 && one.doubt === undefined && other.doubt !== undefined);
}
