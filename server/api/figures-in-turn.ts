import pLimit, { type LimitFunction } from "p-limit";

/**
 * Two processors' worth, of the database's counting or of this process's: more at once makes none of them quicker, and
 * everything else slower.
 */
const mostAtOnce = 2;

/**
 * Lets figures wait for one another, so that managers who all read at nine take neither the connections nor the processors
 * of whoever looks a child up. What waits holds no connection; each begins in the order in which it was asked for.
 * `connections` is the size of the pool: one of them at least is never theirs.
 */
export function figuresInTurn(connections: number): LimitFunction {
  return pLimit(Math.min(mostAtOnce, connections - 1));
}
