import { expect, test } from "@playwright/test";
import { complaintAboutPin, isPin, keepPin } from "@/app/_lock/pin";
import { deviceOf } from "@/app/install/install-device";
import { meansLocked } from "@/app/_pwa/phone/lock-clock";

const now = Date.UTC(2026, 0, 10, 21);
const minute = 60_000;

const written: readonly {
  readonly what: string;
  readonly text: string | null;
  readonly isLocked: boolean;
}[] = [
  { what: "nothing: there is no lock", text: null, isLocked: false },
  { what: "the word", text: "locked", isLocked: true },
  { what: "a moment to come", text: String(now + minute), isLocked: false },
  { what: "this very moment", text: String(now), isLocked: true },
  { what: "a moment gone by", text: String(now - 1), isLocked: true },
  { what: "a day ahead, by a clock that was wrong", text: String(now + 1440 * minute), isLocked: true },
  { what: "something that is no time", text: "", isLocked: true },
  { what: "something else again", text: "NaN", isLocked: true },
];

for (const { what, text, isLocked } of written) {
  test(`a phone on which is written ${what} is ${isLocked ? "locked" : "open"}`, () => {
    expect(meansLocked(text, now)).toBe(isLocked);
  });
}

const pins: readonly { readonly pin: string; readonly complaint: RegExp | undefined }[] = [
  { pin: "2749", complaint: undefined },
  { pin: "904172", complaint: undefined },
  { pin: "274", complaint: /4 to 6 digits/ },
  { pin: "2749015", complaint: /4 to 6 digits/ },
  { pin: "27a9", complaint: /4 to 6 digits/ },
  { pin: "", complaint: /4 to 6 digits/ },
  { pin: "0000", complaint: /first that anybody tries/ },
  { pin: "123456", complaint: /first that anybody tries/ },
];

for (const { pin, complaint } of pins) {
  test(`"${pin}" ${complaint === undefined ? "will do" : "will not do"} as a PIN`, () => {
    const said = complaintAboutPin(pin);

    if (complaint === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(complaint);
  });
}

test("a kept PIN knows itself and nothing else, and is not in what is kept", async () => {
  const kept = await keepPin("2749");

  expect(await isPin("2749", kept)).toBe(true);
  for (const other of ["2748", "27490", "", "9472"]) expect(await isPin(other, kept), other).toBe(false);
  expect(kept.iterations).toBeGreaterThanOrEqual(600_000);
  expect(Buffer.from(kept.word).toString("latin1")).not.toContain("2749");
});

test("two people with the same PIN keep different things", async () => {
  const [one, other] = [await keepPin("2749"), await keepPin("2749")];

  expect(Buffer.from(one.word).equals(Buffer.from(other.word))).toBe(false);
  expect(Buffer.from(one.salt).equals(Buffer.from(other.salt))).toBe(false);
});

const devices = [
  {
    agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1",
    touch: 5,
    device: "iphone",
  },
  { agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", touch: 5, device: "iphone" },
  { agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", touch: 0, device: "desktop" },
  { agent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile", touch: 5, device: "android" },
  { agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/140.0.0.0", touch: 10, device: "desktop" },
];

for (const { agent, touch, device } of devices) {
  test(`the steps for ${device} are for ${agent} with ${String(touch)} points of touch`, () => {
    expect(deviceOf(agent, touch)).toBe(device);
  });
}
