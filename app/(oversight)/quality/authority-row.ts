import { inDays, inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import type { QualityLevel } from "@/server/domain/quality/judge-quality";
import type { JudgedQuality } from "@/server/domain/quality/read-data-quality";
import { formatCount } from "@/server/vocabulary/format-count";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

/** One authority as it stands in the table: what the browser is sent of it. */
export interface AuthorityRow extends Pick<JudgedQuality, "authorityId" | "name"> {
  /** Where something is wrong. */
  readonly ring: JudgedQuality["ring"];
  readonly level: QualityLevel;
  readonly matched: string;
  readonly loaded: string;
  readonly received: string;
  readonly open: string;
  readonly mend: string;
  /** All that is wrong, in sentences; empty where nothing is. */
  readonly what: string;
}

/** An authority's lists in the words of the table. Pure. */
export function authorityRow(authority: JudgedQuality): AuthorityRow {
  const { authorityId, name, ring, findings, newest, lastReceivedAt, openCount, daysToMend } = authority;
  const { rows, unmatched, loaded } = newest ?? { rows: 0, unmatched: 0, loaded: 0 };
  return {
    authorityId,
    name,
    ring: findings.length === 0 ? null : ring,
    level: levelOf(findings),
    matched: inPercent(rows - unmatched, rows),
    loaded: inPercent(loaded, rows),
    received: lastReceivedAt === null ? "None" : formatLondonDate(londonDate(lastReceivedAt)),
    open: formatCount(openCount),
    mend: inDays(daysToMend),
    what: findings.map(({ what }) => what).join(" "),
  };
}

function levelOf(findings: JudgedQuality["findings"]): QualityLevel {
  if (findings.length === 0) return "fine";
  return findings.some(({ level }) => level === "bad") ? "bad" : "doubtful";
}
