import { expect, test } from "@playwright/test";
import { readPush } from "@/app/_pwa/read-push";
import { telephoneLink } from "@/app/_ui/call-button";
import { authoritiesNamed } from "@/app/_ui/find-authority";
import { caretAfterDigits, tidyNhsNumber } from "@/app/_ui/nhs-number-text";
import { alertPush } from "@/test/support/alert-push";

const origin = "https://lantern.example";

test("a push for an alert is shown with its words, opens the alert and carries its receipt", () => {
  const message = alertPush({ origin, alertId: "a1", reference: "7K3M", receipt: "r1" });

  expect(readPush(JSON.stringify(message), origin)).toEqual({
    title: "Lantern",
    body: "An alert is waiting. Reference 7K3M.",
    navigate: `${origin}/duty/alerts/a1`,
    tag: "a1",
    receipt: "r1",
  });
});

for (const text of [undefined, "", "not json", "null", "[]", '"text"', "{}", '{"notification":7}']) {
  test(`a push that cannot be read (${String(text)}) is shown all the same`, () => {
    const push = readPush(text, origin);

    expect(push.body).toContain("Open Lantern");
    expect(push.navigate).toBe(`${origin}/duty`);
    expect(push.receipt).toBeUndefined();
  });
}

for (const navigate of [
  "https://elsewhere.example/duty",
  "javascript:alert(1)",
  "//elsewhere.example",
  "https://",
]) {
  test(`a notification never opens ${navigate}`, () => {
    const push = readPush(JSON.stringify({ notification: { navigate } }), origin);

    expect(push.navigate).toBe(`${origin}/duty`);
  });
}

for (const [typed, shown] of [
  ["9990000018", "999 000 0018"],
  ["999-000-0018", "999 000 0018"],
  [" NHS No: 999 000 0018 ", "999 000 0018"],
  ["9990", "999 0"],
  ["99900000189", "999 000 00189"],
  ["AB 12 34 56 C", "AB 12 34 56 C"],
  ["", ""],
] as const) {
  test(`what is typed as "${typed}" is shown as "${shown}"`, () => {
    expect(tidyNhsNumber(typed)).toBe(shown);
  });
}

test("the caret stays behind the digit that was typed when the groups shift", () => {
  expect(caretAfterDigits("999 000 0018", 2)).toBe(2);
  expect(caretAfterDigits("999 000 0018", 4)).toBe(5);
  expect(caretAfterDigits("999 000 0018", 10)).toBe(12);
});

for (const [number, link] of [
  ["01632 960123", "tel:01632960123"],
  ["+44 1632 960123", "tel:+441632960123"],
  ["(01632) 960-123 ext. 4", "tel:01632960123;ext=4"],
] as const) {
  test(`${number} is rung as ${link}`, () => {
    expect(telephoneLink(number)).toBe(link);
  });
}

for (const [wanted, found] of [
  ["st hel", ["St. Helens"]],
  ["hull", ["Kingston upon Hull, City of"]],
  ["KINGSTON UPON", ["Kingston upon Hull, City of", "Kingston upon Thames"]],
  ["bristol of", []],
  ["", ["St. Helens", "Kingston upon Hull, City of", "Kingston upon Thames"]],
] as const) {
  test(`looking for "${wanted}" in the directory finds ${String(found.length)}`, () => {
    const names = ["St. Helens", "Kingston upon Hull, City of", "Kingston upon Thames"];
    const authorities = names.map((name) => ({ name, region: "", gssCode: name, ...numbers }));

    expect(authoritiesNamed(wanted, authorities).map(({ name }) => name)).toEqual(found);
  });
}

const numbers = {
  officeNumber: "01632 960001",
  officeHours: "Monday to Friday 9am to 5pm",
  emergencyNumber: "01632 960002",
};
