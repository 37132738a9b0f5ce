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

export interface ServingNow {
  /** The team that is told; after it, for the overlap after another team handed over to it, that one too. */
  readonly teamIds: readonly string[];
  /** When that other team handed over; null with one team alone. */
  readonly handedOverAt: Date | null;
}

/** The teams that are told at this instant. Pure. */
export function teamsAt(serving: Serving, instant: Date, overlapMinutes: number): ServingNow {
  const before = new Date(instant.getTime() - overlapMinutes * 60_000);
  const [now, former] = [teamAt(serving, instant), teamAt(serving, before)];
  const teamIds = [...new Set([now, former].filter((teamId) => teamId !== undefined))];
  return { teamIds, handedOverAt: now === former ? null : firstInstantOf(serving, before, instant) };
}

/** The first instant after the earlier one at which the team of the later one is told, to the millisecond. */
function firstInstantOf(serving: Serving, earlier: Date, later: Date): Date {
  const teamId = teamAt(serving, later);
  let [without, withIt] = [earlier.getTime(), later.getTime()];
  while (withIt - without > 1) {
    const between = Math.floor((without + withIt) / 2);
    if (teamAt(serving, new Date(between)) === teamId) withIt = between;
    else without = between;
  }
  return new Date(withIt);
}
