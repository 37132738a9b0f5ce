import { setTimeout } from "node:timers/promises";

export interface BatchTerms {
  readonly most: number;
  /** How long the first of a batch waits for others. */
  readonly milliseconds: number;
}

/**
 * Lets many callers share one act: what comes within some milliseconds, or while the last batch is under way, is done
 * together, at most so many at once. If a batch throws, each of its callers is told so.
 */
export function inBatches<Item>(
  { most, milliseconds }: BatchTerms,
  act: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  const waiting: { readonly item: Item; readonly done: PromiseWithResolvers<undefined> }[] = [];
  let isUnderWay = false;

  async function workThrough(): Promise<void> {
    isUnderWay = true;
    await setTimeout(milliseconds);
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        await act(batch.map(({ item }) => item));
        for (const { done } of batch) done.resolve(undefined);
      } catch (error) {
        for (const { done } of batch) done.reject(error);
      }
    }
    isUnderWay = false;
  }

  return (item) => {
    const done = Promise.withResolvers<undefined>();
    waiting.push({ item, done });
    if (!isUnderWay) void workThrough();
    return done.promise;
  };
}
