import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { AuthorityFacts } from "@/server/domain/tonight/facts";
import { inOrder, worstLevel, type Finding } from "@/server/domain/tonight/finding";
import { judgeService, type ServiceDeeds } from "@/server/domain/tonight/judge-service";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import { readAuthorities } from "@/server/domain/tonight/read-authorities";
import { readService } from "@/server/domain/tonight/read-service";
import { judgeRetention } from "@/server/domain/tonight/judge-retention";
import { shownService, type ShownVendor } from "@/server/domain/tonight/read-tonight";
import { readRetention, type RetentionState } from "@/server/domain/retention/read-retention";
import { ring } from "@/server/domain/tonight/ways";
import type { PaceSettings } from "@/server/domain/rota/read-on-call";
import type { TileState } from "@/server/vocabulary/tonight-state";

export interface Tile {
  readonly authorityId: string;
  readonly name: string;
  readonly region: string;
  readonly state: TileState;
  /** Its findings, the worst first; none of them names anybody. */
  readonly findings: readonly Finding[];
}

/** Whether tonight can be trusted, everywhere. */
export interface TonightOfAll {
  readonly asAt: Date;
  readonly service: readonly Finding[];
  readonly deliveryLine: string;
  readonly vendors: readonly ShownVendor[];
  /** How the nightly removal of what is old went. */
  readonly retention: RetentionState;
  /** Every authority, by region and name. */
  readonly tiles: readonly Tile[];
}

/**
 * Reads it for an operator: states and counts of every authority, no child and nobody's name, in the same few statements
 * however many there are; on record.
 */
export async function readTonightOfAll(work: Work, settings: PaceSettings): Promise<TonightOfAll> {
  const authorities = await readAuthorities(work, { authorityIds: "all", withNames: false }, settings);
  const facts = await readService(work);
  const retention = await readRetention(work);
  await recordAudit(work, { action: "tonight:read-all", outcome: "done" });

  return {
    asAt: work.now,
    service: inOrder([...judgeService(facts, deeds), ...judgeRetention(retention)]),
    ...shownService(facts),
    retention,
    tiles: authorities.map((authority) => tileOf(authority, work.now)),
  };
}

const heartbeat = [{ kind: "look", href: "/drills", label: "Look at the heartbeat" } as const];
const deeds: ServiceDeeds = {
  silent: {
    todo: "See since when, and have the worker and its way to phones put right. Until then have authorities keep Lantern open.",
    ways: heartbeat,
  },
  failing: heartbeat,
};

function tileOf(facts: AuthorityFacts, now: Date): Tile {
  const { authorityId, name, region, isLive } = facts;
  if (!isLive) return { authorityId, name, region, state: "not-live", findings: [] };
  const findings = judgeAuthority(facts, now).map((finding) => fromOutside(finding, facts));
  return { authorityId, name, region, state: worstLevel(findings), findings };
}

/** An operator cannot mend it, but can ring those who can. */
function fromOutside(finding: Finding, facts: AuthorityFacts): Finding {
  if (finding.level === "fine") return { ...finding, ways: [] };
  const without = facts.ring === null ? " No telephone number of theirs is entered." : "";
  return { ...finding, todo: `Tell them: ${finding.todo}${without}`, ways: ring(facts) };
}
