import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Way } from "@/server/domain/tonight/finding";
import { londonDate } from "@/server/vocabulary/london-time";

export const lookAtRota = { kind: "look", href: "/rota", label: "Look at the rota" } as const satisfies Way;
export const seeReach = {
  kind: "look",
  href: "/rota/reach",
  label: "See who can be reached",
} as const satisfies Way;

/** The rota of a team in the week in which something is to be mended. Pure. */
export function lookAtRotaOf(teamId: string, at: Date): Way {
  const query = new URLSearchParams({ team: teamId, day: londonDate(at) });
  return { ...lookAtRota, href: `/rota?${query.toString()}` };
}

/** Whoever answers an authority's telephone at this hour; nothing where no number is entered. Pure. */
export function ring({ ring: number, name }: Pick<AuthorityFacts, "ring" | "name">): readonly Way[] {
  return number === null ? [] : [{ kind: "ring", who: `${number.label}, ${name}`, number: number.number }];
}

/** One check for each team whose people these are. Pure. */
export function checks(people: readonly OnCall[]): readonly Way[] {
  const teams = new Map(people.map(({ teamId, teamName }) => [teamId, teamName]));
  return [...teams].map(([teamId, teamName]) => ({ kind: "check", teamId, teamName }));
}
