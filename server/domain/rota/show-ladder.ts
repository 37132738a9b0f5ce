import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { listTeams, type ListedTeam } from "@/server/domain/rota/list-teams";
import { findTeam, type Team } from "@/server/domain/rota/own-team";
import { readHolders, type Holder } from "@/server/domain/rota/read-holders";
import { readTeamLadder, type TeamLadder } from "@/server/domain/rota/read-team-ladder";
import { covers } from "@/server/vocabulary/rota";

const CoverRow = z.object({ cover: z.enum(covers), teamId: z.uuid() });

export interface ShownLadder {
  readonly team: Team;
  readonly ladder: TeamLadder | undefined;
  /** The highest rung on which anybody has a shift or a pattern. */
  readonly lastRungWorked: number;
  /** Who can be told besides: people of the team's authority, and teams. */
  readonly people: readonly Holder[];
  readonly teams: readonly ListedTeam[];
  /** Which teams the actor's own authority has. */
  readonly covers: readonly Readonly<z.infer<typeof CoverRow>>[];
}

/** The ladder of a team with what it can be changed to, and which teams one's own authority has. */
export async function showLadder(work: Work, teamId: string): Promise<ShownLadder> {
  const team = await findTeam(work, teamId);
  const ladder = await readTeamLadder(work, teamId);
  await recordAudit(work, { action: "rota:read", outcome: "done", detail: "ladder", concerns: teamId });
  return {
    team,
    ladder,
    lastRungWorked: await readLastRung(work, teamId),
    people: await readHolders(work, team.hostId, ["duty-social-worker", "authority-manager"]),
    teams: await listTeams(work),
    covers: await readCovers(work),
  };
}

async function readLastRung({ tx, now }: Work, teamId: string): Promise<number> {
  const rows: unknown[] = await tx.$queryRaw`
    select greatest(1,
      (select max(rung) from shift
        where duty_team_id = ${teamId}::uuid and cancelled_at is null and ends_at > ${now}::timestamptz),
      (select max(rung) from shift_pattern
        where duty_team_id = ${teamId}::uuid and (last_on is null or last_on >= ${now}::date))) as rung`;
  return z.object({ rung: z.number() }).parse(rows[0]).rung;
}

async function readCovers({ tx, actor }: Work): Promise<z.infer<typeof CoverRow>[]> {
  const own = actor.kind === "person" ? actor.organisationId : null;
  const rows: unknown = await tx.$queryRaw`
    select cover, duty_team_id as "teamId" from duty_team_authority where authority_id = ${own}::uuid order by cover`;
  return z.array(CoverRow).parse(rows);
}
