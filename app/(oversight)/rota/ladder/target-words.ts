import type { LadderTarget } from "@/server/domain/rota/read-team-ladder";
import type { ShownLadder } from "@/server/domain/rota/show-ladder";
import { roleNames, type Role } from "@/server/vocabulary/permission";

/** Roles of an authority that take or watch alerts. */
const rolesTold: readonly Role[] = ["duty-social-worker", "authority-manager"];

/** A target as one value of a form. */
export function targetValue(target: LadderTarget): string {
  switch (target.kind) {
    case "person":
      return `person|${target.personId}`;
    case "role":
      return `role|${target.role}`;
    case "team":
      return `team|${target.targetTeamId}`;
  }
}

/** The target of a value, on a rung; the service refuses what is none. */
export function targetOf(rung: number, value: string) {
  const [kind = "", id = ""] = value.split("|");
  if (kind === "person") return { kind, rung, personId: id } as const;
  if (kind === "team") return { kind, rung, targetTeamId: id } as const;
  return { kind: "role", rung, role: id as Role } as const;
}

/** Everybody who can be told on a rung besides those on shift. */
export function targetOptions({ people, teams, team }: ShownLadder) {
  return [
    { value: "", label: "Nobody more" },
    ...people.map(({ personId, name, role }) => ({
      value: `person|${personId}`,
      label: `${name} (${roleNames[role].toLowerCase()})`,
    })),
    ...rolesTold.map((role) => ({
      value: `role|${role}`,
      label: `Everybody who is ${roleNames[role].toLowerCase()}`,
    })),
    ...teams
      .filter(({ teamId }) => teamId !== team.teamId)
      .map(({ teamId, name }) => ({ value: `team|${teamId}`, label: `First on call of ${name}` })),
  ];
}

/** Who is meant by a target, in words. */
export function targetInWords(target: LadderTarget, shown: ShownLadder): string {
  const value = targetValue(target);
  const known = targetOptions(shown).find((option) => option.value === value)?.label;
  return known ?? "Somebody who is not at your authority any more";
}
