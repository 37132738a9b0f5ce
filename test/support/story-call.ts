import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CareSettingId, IncidentId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import type { AlertStory } from "@/test/support/alert-story";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";

/** One call of a story: the crew in the ambulance, and the emergency department of the same trust that takes over. */
export interface StoryCall {
  readonly incidentId: IncidentId;
  readonly nhsNumber: NhsNumber;
  readonly ambulance: PersonActor;
  readonly emergency: PersonActor;
  /** Asks about the child of the call, as part of it unless told otherwise. */
  readonly ask: (who: PersonActor, minutes: number, other?: OtherQuestion) => Promise<MadeAlert>;
}

interface OtherQuestion {
  readonly nhsNumber?: NhsNumber;
  /** null for a question that names no call. */
  readonly incidentId?: IncidentId | null;
}

/** Makes the call with a child on a plan; nothing is asked yet. */
export async function makeStoryCall(story: AlertStory): Promise<StoryCall> {
  const { world } = story;
  const careSettingId = CareSettingId.parse(randomUUID());
  await world.sql(
    "insert into care_setting values ($1, $2, 'Emergency department', 'emergency-department')",
    [careSettingId, world.trust.id],
  );
  const ambulance = story.crew;
  const nurse = await world.person("crew", "Jo Nurse");
  const incidentId = IncidentId.parse(randomUUID());
  const { nhsNumber } = await world.plan();

  return {
    incidentId,
    nhsNumber,
    ambulance,
    emergency: { ...nurse, careSettingId, careSettingName: "Emergency department" },
    ask: (crew, minutes, other = {}) => {
      const asked = other.incidentId === undefined ? incidentId : other.incidentId;
      return makeAlert(story.service, {
        crew,
        nhsNumber: other.nhsNumber ?? nhsNumber,
        now: story.at(minutes),
        ...(asked !== null && { incident: { incidentId: asked } }),
      });
    },
  };
}
