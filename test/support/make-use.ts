import { randomUUID } from "node:crypto";
import type { World } from "@/test/support/make-world";

interface QuestionsToMake {
  readonly at: readonly Date[];
  /** Failed before an answer: all there is of them is the record of the failure. */
  readonly isLost?: boolean;
}

/** Questions of the world's only setting about somebody who is not known; gives their ids. */
export async function makeQuestions(world: World, { at, isLost = false }: QuestionsToMake): Promise<void> {
  const crew = await world.person("crew");
  const who = [crew.personId, world.trust.id, world.careSetting.id, [...at]];
  await (isLost
    ? world.sql(
        `insert into audit (person_id, organisation_id, care_setting_id, happened_at, actor_kind, actor_name, action, outcome)
         select $1, $2, $3, at, 'person', 'x', 'child:look-up', 'failed' from unnest($4::timestamptz[]) at`,
        who,
      )
    : world.sql(
        `insert into lookup (person_id, organisation_id, care_setting_id, asked_at, request_id, role, mode, nhs_number, answer)
         select $1, $2, $3, at, gen_random_uuid(), 'crew', 'unscheduled', '9990000018', 'none-held'
         from unnest($4::timestamptz[]) at`,
        who,
      ));
}

/** Alerts that the world's only setting raised, each with its question. */
export async function makeAlerts(world: World, { at }: Pick<QuestionsToMake, "at">): Promise<void> {
  await makeQuestions(world, { at });
  const { subjectId } = await world.plan();
  await world.sql(
    `insert into alert (reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
     select substr(replace(gen_random_uuid()::text, '-', ''), 1, 12), $1, id, $2, organisation_id, care_setting_id, asked_at
     from lookup where organisation_id = $3`,
    [world.authority.id, subjectId, world.trust.id],
  );
}

interface PractisedToMake {
  readonly people: number;
  readonly practised: number;
  readonly now: Date;
}

/** People who have signed in at the world's only setting, the first of whom have practised. */
export async function makePractised(
  world: World,
  { people, practised, now }: PractisedToMake,
): Promise<void> {
  for (let place = 0; place < people; place += 1) {
    const { personId } = await world.person("crew", `Trainee ${String(place)}`);
    if (place >= practised) continue;
    await world.sql(
      `insert into practice_run (id, person_id, organisation_id, care_setting_id, role, started_at, typed_at, held_seen_at,
         none_held_seen_at, could_not_check_seen_at, finished_at)
       values ($1, $2, $3, $4, 'crew', $5, $5, $5, $5, $5, $5)`,
      [randomUUID(), personId, world.trust.id, world.careSetting.id, new Date(now.getTime() - 86_400_000)],
    );
  }
}
