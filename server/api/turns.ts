import pLimit, { type LimitFunction } from "p-limit";

/** What waits for its like holds no connection; each begins in the order in which it was asked for. */
export interface Turns {
  /** Whatever counts what happened in a period. */
  readonly figures: LimitFunction;
  /** Whether tonight can be trusted: it waits for no figures where there is a connection more. */
  readonly tonight: LimitFunction;
}

/**
 * Two processors' worth, of the database's counting or of this process's: more at once makes none of them quicker, and
 * everything else slower.
 */
const mostAtOnce = 2;

/**
 * Lets managers wait for one another, so that those who all read at nine take neither the connections nor the processors
 * of whoever looks a child up. `connections` is the size of the pool: one of them at least is never theirs.
 */
export function turnsOf(connections: number): Turns {
  const forFigures = Math.min(mostAtOnce, connections - 1);
  const figures = pLimit(forFigures);
  const left = connections - 1 - forFigures;
  return { figures, tonight: left > 0 ? pLimit(Math.min(mostAtOnce, left)) : figures };
}
