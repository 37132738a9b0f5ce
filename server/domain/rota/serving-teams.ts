import { z } from "zod";
import { isOfficeOpen } from "@/server/domain/directory/number-now";
import { covers, type Cover } from "@/server/vocabulary/rota";

const OfficeTimes = z.object({
  officeOpensAt: z.number(),
  officeClosesAt: z.number(),
  fridayClosesAt: z.number(),
});

export const Serving = z.object({
  /** Null for an authority whose office hours nobody has entered: then it is never in office hours. */
  office: OfficeTimes.nullable(),
  teams: z.array(z.object({ teamId: z.uuid(), cover: z.enum(covers) })),
});
/** Which teams an authority has, and when its office answers. */
export type Serving = Readonly<z.infer<typeof Serving>>;

/** The authority is in its office hours at this instant. */
export function isInOfficeHours({ office }: Pick<Serving, "office">, instant: Date): boolean {
  return office !== null && isOfficeOpen(office, instant);
}

/**
 * The team that is told at this instant: the office team in office hours, the emergency team at all other times, the
 * team for all hours where there is none of its own, and whatever team there is rather than nobody. Pure.
 */
export function teamAt(serving: Serving, instant: Date): string | undefined {
  const wanted: Cover = isInOfficeHours(serving, instant) ? "office" : "emergency";
  const find = (cover: Cover) => serving.teams.find((team) => team.cover === cover);
  return (find(wanted) ?? find("always") ?? serving.teams[0])?.teamId;
}

/** The team that is told and, for the overlap after another team handed over to it, that one too. Pure. */
export function teamsAt(serving: Serving, instant: Date, overlapMinutes: number): string[] {
  const before = new Date(instant.getTime() - overlapMinutes * 60_000);
  const teams = [teamAt(serving, instant), teamAt(serving, before)];
  return [...new Set(teams.filter((teamId) => teamId !== undefined))];
}
