import type { PersonId } from "@/server/vocabulary/ids";
import type { World } from "@/test/support/make-world";

export interface ShiftToMake {
  readonly personId: PersonId;
  readonly rung?: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A shift of the world's duty team. */
export async function makeShift(
  world: World,
  { personId, rung = 1, startsAt, endsAt }: ShiftToMake,
): Promise<void> {
  await world.sql(
    `insert into shift (duty_team_id, person_id, rung, starts_at, ends_at) values ($1, $2, $3, $4, $5)`,
    [world.dutyTeamId, personId, rung, startsAt, endsAt],
  );
}
