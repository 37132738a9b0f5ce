/**
 * Lets many callers share one act: what comes while the last batch is under way is done together in the next, at most
 * `most` at once. Alone, a caller waits for nobody. If a batch throws, each of its callers is told so.
 */
export function inBatches<Item>(
  most: number,
  act: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  const waiting: { readonly item: Item; readonly done: PromiseWithResolvers<void> }[] = [];
  let isUnderWay = false;

  async function workThrough(): Promise<void> {
    isUnderWay = true;
    // What is said in the same turn of the event loop belongs together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      await act(batch.map(({ item }) => item)).then(
        () => {
          batch.forEach(({ done }) => {
            done.resolve();
          });
        },
        (error: unknown) => {
          batch.forEach(({ done }) => {
            done.reject(error);
          });
        },
      );
    }
    isUnderWay = false;
  }

  return (item) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ item, done });
    if (!isUnderWay) void workThrough();
    return done.promise;
  };
}
