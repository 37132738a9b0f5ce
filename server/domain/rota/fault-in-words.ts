import type { Interval } from "@/server/domain/rota/interval";
import type { Place, RotaFault } from "@/server/domain/rota/rota-faults";
import { rungInWords } from "@/server/vocabulary/rota";
import { spanInWords } from "@/server/vocabulary/span-in-words";

interface Names {
  readonly hostName: string;
  readonly nameOf: (id: string) => string;
}

/** What is wrong and until when, in words for whoever makes the rota. Pure. */
export function faultInWords(fault: RotaFault, { hostName, nameOf }: Names): string {
  switch (fault.kind) {
    case "gap":
      return `Nobody is first on call ${spanInWords(fault)} (${lengthInWords(fault)}).`;
    case "two-places": {
      const [one, other] = fault.places;
      const where =
        one.teamId === other.teamId
          ? `${rungInWords(one.rung)} and ${rungInWords(other.rung)} on call at the same time`
          : `on call in two teams at the same time, ${placeInWords(one, nameOf)} and ${placeInWords(other, nameOf)}`;
      return `${nameOf(fault.personId)} is ${where} ${spanInWords(fault)}.`;
    }
    case "not-on-staff":
      return (
        `${nameOf(fault.personId)} is not a duty social worker of ${hostName} any more, but has shifts, the next ` +
        `${spanInWords(fault)}. Give them to somebody else.`
      );
  }
}

function placeInWords({ teamId, rung }: Place, nameOf: Names["nameOf"]): string {
  return `${nameOf(teamId)} (${rungInWords(rung)})`;
}

function lengthInWords({ startsAt, endsAt }: Interval): string {
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  if (minutes >= 2 * 1_440 && minutes % 1_440 === 0) return `${minutes / 1_440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} minutes` : `${hours} h ${minutes % 60} min`;
}
