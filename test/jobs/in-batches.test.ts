import { expect, test } from "@playwright/test";
import { inBatches } from "@/server/jobs/in-batches";

test("what comes together is done together, so many at the most, and nothing twice", async () => {
  const batches: number[][] = [];
  const add = inBatches<number>({ most: 3, milliseconds: 0 }, async (items) => void batches.push([...items]));

  await Promise.all([1, 2, 3, 4, 5].map(add));
  await add(6);

  expect(batches).toEqual([[1, 2, 3], [4, 5], [6]]);
});

test("what comes while a batch is under way waits for the next", async () => {
  const batches: number[][] = [];
  const first = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  const add = inBatches<number>({ most: 10, milliseconds: 0 }, async (items) => {
    batches.push([...items]);
    begun.resolve(undefined);
    await first.promise;
  });

  const early = add(1);
  await begun.promise;
  const late = [add(2), add(3)];
  first.resolve(undefined);
  await Promise.all([early, ...late]);

  expect(batches).toEqual([[1], [2, 3]]);
});

test("a batch that fails is told to each who waits for it, and to nobody else", async () => {
  const add = inBatches<string>({ most: 2, milliseconds: 0 }, async (items) => {
    if (items.includes("bad")) throw new Error("cannot");
  });

  const told = await Promise.allSettled(["bad", "beside it", "after it"].map(add));

  expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});
