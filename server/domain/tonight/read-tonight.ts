import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { AuthorityFacts, OnCall, ServiceFacts } from "@/server/domain/tonight/facts";
import { inOrder, verdictOf, type Finding, type Verdict } from "@/server/domain/tonight/finding";
import { judgeService, type ServiceDeeds } from "@/server/domain/tonight/judge-service";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import { readAuthorities, type Wanted } from "@/server/domain/tonight/read-authorities";
import { readChecksUnderWay } from "@/server/domain/tonight/read-checks-under-way";
import { readService } from "@/server/domain/tonight/read-service";
import { knownReachOf, type KnownReach } from "@/server/domain/tonight/known-reach";
import { vendorInWords, vendorsOf } from "@/server/domain/tonight/vendors";
import { lookAtRota, ring, seeReach } from "@/server/domain/tonight/ways";
import type { PaceSettings } from "@/server/domain/rota/read-on-call";

/** Somebody on call, with whether they can be reached. */
export interface ShownOnCall {
  readonly name: string;
  readonly teamName: string;
  readonly level: KnownReach;
  /** When the newest check of the rota looked; null for somebody at whom none has. */
  readonly checkedAt: Date | null;
  /** When something was last proven to have been shown on one of their phones. */
  readonly lastProvenAt: Date | null;
}

/** What a manager reads of one authority, besides the findings. */
export interface ShownAuthority {
  readonly authorityId: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly first: readonly ShownOnCall[];
  readonly behind: readonly ShownOnCall[];
  readonly next: { readonly at: Date; readonly first: readonly ShownOnCall[] } | null;
  /** Null where no team has a rota. */
  readonly gapCount: number | null;
  readonly alerts: AuthorityFacts["alerts"];
  readonly list: AuthorityFacts["list"];
}

export interface ShownVendor {
  readonly name: string;
  readonly answered: number;
  readonly failed: number;
  readonly isFailing: boolean;
}

/** Whether tonight can be trusted, for the manager of one authority or of several. */
export interface Tonight {
  readonly asAt: Date;
  readonly verdict: Verdict;
  /** What holds for everybody: do pushes leave and arrive? */
  readonly service: readonly Finding[];
  readonly deliveryLine: string;
  readonly vendors: readonly ShownVendor[];
  readonly authorities: readonly ShownAuthority[];
  /** Teams of which a check was asked for, and is not done. */
  readonly teamsBeingChecked: readonly string[];
}

/** Reads it for the person's own authorities, with who is on call unless that is not wanted; on record. */
export async function readTonight(
  work: Work,
  settings: PaceSettings,
  { withNames }: Pick<Wanted, "withNames"> = { withNames: true },
): Promise<Tonight> {
  const authorityIds = work.actor.kind === "person" ? work.actor.authorityIds : [];
  // Before what they find: a check that is done meanwhile counts as under way, and the page looks once more.
  const teamsBeingChecked = await readChecksUnderWay(work);
  const authorities = await readAuthorities(work, { authorityIds, withNames }, settings);
  const facts = await readService(work);
  await recordAudit(work, { action: "tonight:read", outcome: "done" });

  const shown = authorities.map((authority) => show(authority, work.now));
  const service = judgeService(facts, deedsOfManager(authorities));
  return {
    asAt: work.now,
    verdict: verdictOf([...service, ...shown.flatMap(({ findings }) => findings)]),
    service: inOrder(service),
    ...shownService(facts),
    authorities: shown,
    teamsBeingChecked,
  };
}

/** The calm facts of the service. Pure. */
export function shownService({ delivery, pushes }: ServiceFacts): Pick<Tonight, "deliveryLine" | "vendors"> {
  return {
    deliveryLine: delivery.line,
    vendors: vendorsOf(pushes).map(({ host, answered, failed, isFailing }) => ({
      name: vendorInWords(host),
      answered,
      failed,
      isFailing,
    })),
  };
}

function deedsOfManager(authorities: readonly AuthorityFacts[]): ServiceDeeds {
  return {
    silent: {
      todo: "Ring whoever is on call, and ask them to keep Lantern open and look at it.",
      ways: [...authorities.flatMap(ring), lookAtRota],
    },
    failing: [seeReach],
  };
}

function show(facts: AuthorityFacts, now: Date): ShownAuthority {
  const { authorityId, name, first, behind, next, gaps, teams, alerts, list } = facts;
  const shownOnCall = (person: OnCall): ShownOnCall => ({
    name: person.name ?? "somebody",
    teamName: person.teamName,
    level: knownReachOf(person, now),
    checkedAt: person.reach?.checkedAt ?? null,
    lastProvenAt: person.reach?.lastProvenAt ?? null,
  });
  return {
    authorityId,
    name,
    findings: judgeAuthority(facts, now),
    first: first.map(shownOnCall),
    behind: behind.map(shownOnCall),
    next: next && { at: next.at, first: next.first.map(shownOnCall) },
    gapCount: gaps.length === 0 && teams.length === 0 ? null : gaps.length,
    alerts,
    list,
  };
}
