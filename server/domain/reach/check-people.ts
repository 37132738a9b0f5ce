import type { Work } from "@/server/db/work";
import type { PersonOnRota } from "@/server/domain/reach/people-on-rota";
import { reachabilityOf, type Reachability, type ReachSettings } from "@/server/domain/reach/reachability";
import { readDevices } from "@/server/domain/reach/read-devices";

export interface CheckedPerson extends PersonOnRota, Reachability {}

interface Asked {
  readonly teamId: string;
  readonly people: readonly PersonOnRota[];
}

/** Looks whether these people of a team can be reached, and puts it on record. Sends nobody anything. */
export async function checkPeople(
  work: Work,
  { teamId, people }: Asked,
  settings: ReachSettings,
): Promise<CheckedPerson[]> {
  const devices = await readDevices(
    work,
    people.map(({ personId }) => personId),
  );
  const checked = people.map((person) => ({
    ...person,
    ...reachabilityOf(devices.get(person.personId) ?? [], settings, work.now),
  }));
  await work.tx.reachResult.createMany({
    data: checked.map(({ personId, startsAt, endsAt, level, reasons, lastProvenAt }) => ({
      dutyTeamId: teamId,
      personId,
      checkedAt: work.now,
      level,
      reasons: reasons.map(({ kind, at }) => ({ kind, ...(at && { at: at.toISOString() }) })),
      lastProvenAt,
      startsAt,
      endsAt,
    })),
  });
  return checked;
}
