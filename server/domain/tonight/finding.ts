const findingLevels = ["bad", "doubtful", "fine"] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** The one tap that does what is to be done. */
export type Way =
  | { readonly kind: "ring"; readonly who: string; readonly number: string }
  | { readonly kind: "check"; readonly teamId: string; readonly teamName: string }
  | { readonly kind: "look"; readonly href: string; readonly label: string };

/** One thing about tonight, with what is to be done about it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly level: FindingLevel;
  /** What is so. */
  readonly what: string;
  /** What to do about it; empty where nothing is to be done. */
  readonly todo: string;
  /** What does it, the first first. */
  readonly ways: readonly Way[];
}

/** What is looked at, in the order in which it is to be put right. */
const findingKinds = [
  "nobody-now",
  "unreachable-now",
  "delivery-silent",
  "unreached",
  "waiting",
  "nobody-next",
  "vendor-failing",
  "unreachable-next",
  "behind",
  "gaps",
  "list",
  "list-skipped",
  "retention",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The worst first; of one level in the order in which it is to be put right. Pure. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ level, kind }: Finding) =>
    findingLevels.indexOf(level) * findingKinds.length + findingKinds.indexOf(kind);
  return findings.toSorted((one, other) => place(one) - place(other));
}

/** The worst that these say; fine where they say nothing. Pure. */
export function worstLevel(findings: readonly Pick<Finding, "level">[]): FindingLevel {
  return findingLevels.find((level) => findings.some((finding) => finding.level === level)) ?? "fine";
}

export interface Verdict {
  readonly level: FindingLevel;
  readonly line: string;
}

/** Whether tonight can be trusted, in one line. Pure. */
export function verdictOf(findings: readonly Pick<Finding, "level">[]): Verdict {
  const count = (level: FindingLevel) => findings.filter((finding) => finding.level === level).length;
  const [bad, doubtful] = [count("bad"), count("doubtful")];
  if (bad > 0)
    return {
      level: "bad",
      line: `${things(bad, "needs", "need")} you before tonight can be trusted.`,
    };
  if (doubtful > 0)
    return { level: "doubtful", line: `Tonight may be trusted once you have looked at ${things(doubtful)}.` };
  return { level: "fine", line: "Tonight can be trusted." };
}

function things(count: number, one = "", many = one): string {
  return `${String(count)} ${count === 1 ? "thing" : "things"} ${count === 1 ? one : many}`.trim();
}
