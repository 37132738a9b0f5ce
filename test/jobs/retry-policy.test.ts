import { expect, test } from "@playwright/test";
import { nextTryAt } from "@/server/domain/push/push-back-off";
import { afterError } from "@/server/jobs/retry-policy";

const now = new Date("2026-11-23T21:10:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

test("a push is tried again later each time, never sooner than the service asks, never past its deadline", () => {
  const push = { retryAfterSeconds: undefined, deadline: seconds(300) };
  const waits = [1, 2, 3, 4, 5, 6, 7, 99].map((tries) => nextTryAt({ ...push, tries }, now));

  expect(waits).toEqual([2, 5, 10, 20, 40, 60, 60, 60].map(seconds));
  expect(nextTryAt({ ...push, tries: 1, retryAfterSeconds: 120 }, now)).toEqual(seconds(120));
  expect(nextTryAt({ ...push, tries: 5, retryAfterSeconds: 1 }, now)).toEqual(seconds(40));
  expect(nextTryAt({ ...push, tries: 1, retryAfterSeconds: 300 }, now)).toBeUndefined();
  expect(nextTryAt({ ...push, tries: 1, deadline: seconds(2) }, now)).toBeUndefined();
});

test("the ladder is never given up, however often it fails", () => {
  const waits = [1, 2, 3, 4, 5, 6, 10_000].map((tries) => afterError("climb-alert", tries, now));

  expect(waits).toEqual([1, 2, 5, 10, 30, 30, 30].map((count) => ({ kind: "again", dueAt: seconds(count) })));
});

test("a send that fails by our own fault is given up at the tenth try, a job that cannot be read at the first", () => {
  expect(afterError("send-notice", 9, now)).toEqual({ kind: "again", dueAt: seconds(30) });
  expect(afterError("send-notice", 10, now)).toEqual({ kind: "give-up" });
  expect(afterError(undefined, 1, now)).toEqual({ kind: "give-up" });
});
