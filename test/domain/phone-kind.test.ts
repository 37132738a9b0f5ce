import { expect, test } from "@playwright/test";
import { phoneKindOf, type PhoneKind, type PhoneSigns } from "@/app/_pwa/phone-kind";

const iPhone = (version: string, rest: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`;
const iPad =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15";
const safari17 = iPhone("17_4", "Version/17.4 Mobile/15E148 Safari/604.1");
const android =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";

const table: readonly (readonly [string, Partial<PhoneSigns>, PhoneKind])[] = [
  ["an Android phone", { userAgent: android, hasPush: true }, "able"],
  ["an Android phone's browser without push", { userAgent: android }, "unable"],
  ["Safari on an iPhone", { userAgent: safari17 }, "apple-safari"],
  ["Lantern installed on an iPhone", { userAgent: safari17, isInstalled: true, hasPush: true }, "able"],
  [
    "Lantern installed on an iPhone where push is switched off",
    { userAgent: safari17, isInstalled: true },
    "unable",
  ],
  ["Safari on an iPad, which says that it is a Mac", { userAgent: iPad, maxTouchPoints: 5 }, "apple-safari"],
  ["Safari on a Mac without push", { userAgent: iPad, maxTouchPoints: 0 }, "unable"],
  [
    "Chrome on an iPhone",
    { userAgent: iPhone("17_4", "CriOS/126.0 Mobile/15E148 Safari/604.1") },
    "apple-other-browser",
  ],
  [
    "Firefox on an iPhone",
    { userAgent: iPhone("17_4", "FxiOS/127.0 Mobile/15E148 Safari/605.1.15") },
    "apple-other-browser",
  ],
  [
    "Edge on an iPhone",
    { userAgent: iPhone("17_4", "Version/17.0 EdgiOS/126.0 Mobile/15E148 Safari/604.1") },
    "apple-other-browser",
  ],
  [
    "a browser inside another app on an iPhone",
    { userAgent: iPhone("17_4", "Mobile/15E148") },
    "apple-other-browser",
  ],
  [
    "Safari of iOS 16.3",
    { userAgent: iPhone("16_3", "Version/16.3 Mobile/15E148 Safari/604.1") },
    "apple-too-old",
  ],
  [
    "Safari of iOS 16.4",
    { userAgent: iPhone("16_4", "Version/16.4 Mobile/15E148 Safari/604.1") },
    "apple-safari",
  ],
  [
    "Chrome of iOS 15",
    { userAgent: iPhone("15_7", "CriOS/110.0 Mobile/15E148 Safari/604.1") },
    "apple-too-old",
  ],
  [
    "Safari that freezes its system at 18.6",
    { userAgent: iPhone("18_6", "Version/26.0 Mobile/15E148 Safari/604.1") },
    "apple-safari",
  ],
];

for (const [what, signs, kind] of table) {
  test(`${what} is recognised as ${kind}`, () => {
    const seen = { userAgent: "", maxTouchPoints: 5, isInstalled: false, hasPush: false, ...signs };

    expect(phoneKindOf(seen)).toBe(kind);
  });
}
