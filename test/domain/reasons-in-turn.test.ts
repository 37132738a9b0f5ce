import { expect, test } from "@playwright/test";
import { eachReasonInTurn } from "@/server/domain/looks/review/choose-looks";

test("many looks of one person in an hour do not hide an older look at a child of the own name", () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    id: `many ${String(at)}`,
    reasons: ["many-in-an-hour"],
  }));
  const ownName = { id: "own name", reasons: ["own-name"] };
  const both = { id: "both", reasons: ["many-in-an-hour", "own-name"] };

  const inTurn = eachReasonInTurn([...many, ownName, both]).map(({ id }) => id);

  expect(inTurn.slice(0, 4)).toEqual(["many 0", "own name", "many 1", "both"]);
  expect(inTurn).toHaveLength(62);
});
