import type { Work } from "@/server/db/work";
import type { Team } from "@/server/domain/rota/own-team";
import { readHolders } from "@/server/domain/rota/read-holders";
import type { PersonId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** Refuses people who are no duty social workers of the team's authority, since they could not take an alert. */
export async function checkStaff(work: Work, { hostId, hostName }: Team, people: readonly PersonId[]) {
  const staff = await readHolders(work, hostId, ["duty-social-worker"]);
  if (people.every((one) => staff.some(({ personId }) => personId === one))) return;
  throw new Refusal(
    "invalid",
    `Choose somebody who is a duty social worker of ${hostName}. Whoever is new has to sign in to Lantern once.`,
  );
}
