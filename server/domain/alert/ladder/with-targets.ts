import type { OnCall } from "@/server/domain/rota/on-call";
import type { PersonId } from "@/server/vocabulary/ids";

export interface Target {
  readonly rung: number;
  readonly people: readonly PersonId[];
}

/**
 * A team's ladder: whoever's shift is on a rung, and whoever else the team wants told there. Pure. The ladder ends with
 * the last rung that has a shift, a wait of its own or somebody to tell.
 */
export function withTargets(
  { rungs: onShift, lastRung }: OnCall,
  rungs: readonly { readonly rung: number }[],
  targets: readonly Target[],
): OnCall {
  const all = new Map([...onShift].map(([rung, people]) => [rung, [...people]]));
  for (const { rung, people } of targets) {
    const known = all.get(rung) ?? [];
    const added = [...known, ...people.filter((person) => !known.includes(person))];
    if (added.length > 0) all.set(rung, added);
  }
  return { rungs: all, lastRung: Math.max(lastRung, ...[...rungs, ...targets].map(({ rung }) => rung)) };
}
