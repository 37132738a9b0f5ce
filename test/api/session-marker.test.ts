import { expect, test } from "@playwright/test";
import { isOfAnotherSession, sessionMarkerOf } from "@/server/api/session-marker";
import { SessionId } from "@/server/vocabulary/ids";

const mine = SessionId.parse("0199f5a2-8f5e-7cc2-a1d7-1f6f5a2b3c4d");
const another = SessionId.parse("0199f5a2-8f5e-7cc2-a1d7-1f6f5a2b3c4e");

test("a marker tells one session from another and does not give it away", () => {
  expect(sessionMarkerOf(mine)).toBe(sessionMarkerOf(mine));
  expect(sessionMarkerOf(mine)).not.toBe(sessionMarkerOf(another));
  expect(sessionMarkerOf(mine)).toMatch(/^[0-9a-f]{32}$/);
  expect(sessionMarkerOf(mine)).not.toContain(mine.slice(0, 8));
});

test("a question of a page that was made for another session is not of this one", () => {
  const from = (marker: string) => new Headers({ "lantern-session": marker });

  expect(isOfAnotherSession(from(sessionMarkerOf(mine)), mine)).toBe(false);
  expect(isOfAnotherSession(from(sessionMarkerOf(another)), mine)).toBe(true);
  expect(isOfAnotherSession(from(""), mine)).toBe(true);
  expect(isOfAnotherSession(new Headers(), mine)).toBe(false);
});
