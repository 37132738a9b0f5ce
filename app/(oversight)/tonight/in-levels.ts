import type { Finding } from "@/server/domain/tonight/finding";

/** What somebody has to do something about, and what is well. Pure. */
export function inLevels(findings: readonly Finding[]): {
  readonly toDo: readonly Finding[];
  readonly well: readonly Finding[];
} {
  return {
    toDo: findings.filter(({ level }) => level !== "fine"),
    well: findings.filter(({ level }) => level === "fine"),
  };
}
