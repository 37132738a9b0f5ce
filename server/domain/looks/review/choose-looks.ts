import { createHash } from "node:crypto";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import { atRandom, unusualRules, type LookToWeigh } from "@/server/vocabulary/unusual-look";

/** So many looks of each day are drawn. */
export const sampleSize = 5;
/** For so many days what was drawn waits for a word: an officer is there once a week, not every day. */
const drawnDays = 7;

interface Candidate extends LookToWeigh {
  readonly lookupId: string;
  readonly at: Date;
}

interface Draw {
  readonly today: LondonDate;
  readonly organisationId: string;
  /** Looks that somebody was asked about, with the reasons of then: they stay on the list until they are decided. */
  readonly keep?: ReadonlyMap<string, readonly string[]>;
}

/**
 * The looks that belong on the list of this day, each with the names of its reasons: those that meet a rule, and some
 * that were drawn from those of each day of the week before today. The draw depends on organisation and look alone, so that
 * the list is the same when it is looked at twice, whatever was decided meanwhile.
 */
export function chooseLooks<Look extends Candidate>(
  looks: readonly Look[],
  { today, organisationId, keep }: Draw,
): readonly (Look & { readonly reasons: readonly string[] })[] {
  const drawn = drawFromEachDay(looks, { today, organisationId });
  return looks.flatMap((look) => {
    const met = unusualRules.filter(({ isMet }) => isMet(look)).map(({ name }) => name);
    const isDrawn = drawn.has(look.lookupId);
    const kept = keep?.get(look.lookupId);
    const reasons = [...new Set([...met, ...(isDrawn ? [atRandom] : []), ...(kept ?? [])])];
    return reasons.length === 0 && kept === undefined ? [] : [{ ...look, reasons }];
  });
}

function drawFromEachDay(looks: readonly Candidate[], { today, organisationId }: Draw): ReadonlySet<string> {
  const since = addDays(today, -drawnDays);
  const byDay = Map.groupBy(looks, ({ at }) => londonDate(at));
  const drawn = [...byDay]
    .filter(([day]) => day >= since && day < today)
    .flatMap(([, ofDay]) => drawFrom(ofDay, organisationId));
  return new Set(drawn);
}

function drawFrom(looks: readonly Candidate[], seed: string): readonly string[] {
  const lots = looks.map(({ lookupId }) => ({
    lookupId,
    lot: createHash("sha256").update(`${seed} ${lookupId}`).digest("hex"),
  }));
  const first = lots.toSorted((one, other) => one.lot.localeCompare(other.lot)).slice(0, sampleSize);
  return first.map(({ lookupId }) => lookupId);
}

/**
 * The newest look of each reason first, then the second newest of each, and so on: where not all are shown, no reason that is
 * often met hides the others. Pure.
 */
export function eachReasonInTurn<Look extends { readonly reasons: readonly string[] }>(
  newestFirst: readonly Look[],
): readonly Look[] {
  const counts = new Map<string, number>();
  const turnOf = (reason: string) => {
    const turn = counts.get(reason) ?? 0;
    counts.set(reason, turn + 1);
    return turn;
  };
  const turns = newestFirst.map((look) => ({ look, turn: Math.min(...look.reasons.map(turnOf)) }));
  return turns.toSorted((one, other) => one.turn - other.turn).map(({ look }) => look);
}
