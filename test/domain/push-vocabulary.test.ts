import { expect, test } from "@playwright/test";
import { isAllowedPushEndpoint, KNOWN_PUSH_HOSTS } from "@/server/vocabulary/push-endpoint";
import { alertPush } from "@/test/support/alert-push";
import { assertVapidSubject } from "@/server/vocabulary/vapid-subject";

test("an alert's push is the declarative form, small, and says only that something is waiting", () => {
  const message = alertPush({
    origin: "https://lantern.example",
    alertId: "2f0c6a52-7c9d-4c8e-9d1a-5b1f0e6d7a11",
    reference: "7K3M",
    receipt: "opaque-receipt",
  });

  expect(message).toEqual({
    web_push: 8030,
    notification: {
      title: "Lantern",
      lang: "en-GB",
      dir: "ltr",
      body: "An alert is waiting. Reference 7K3M.",
      navigate: "https://lantern.example/duty/alerts/2f0c6a52-7c9d-4c8e-9d1a-5b1f0e6d7a11",
      tag: "2f0c6a52-7c9d-4c8e-9d1a-5b1f0e6d7a11",
      silent: false,
    },
    receipt: "opaque-receipt",
  });
});

const allowed = [
  "https://fcm.googleapis.com/fcm/send/token",
  "https://FCM.googleapis.com:443/fcm/send/token",
  "https://updates.push.services.mozilla.com/wpush/v2/token",
  "https://web.push.apple.com/token",
  "https://wns2-am3p.notify.windows.com/w/?token=token",
];
for (const endpoint of allowed) {
  test(`a push may go to ${endpoint}`, () => {
    expect(isAllowedPushEndpoint(endpoint, KNOWN_PUSH_HOSTS)).toBe(true);
  });
}

const turnedAway = {
  "another protocol": "http://fcm.googleapis.com/fcm/send/token",
  "another port": "https://fcm.googleapis.com:8443/fcm/send/token",
  credentials: "https://user:secret@fcm.googleapis.com/fcm/send/token",
  "a name only": "https://user@fcm.googleapis.com/fcm/send/token",
  "a known name as the user": "https://fcm.googleapis.com@internal.example/token",
  "a known name in the path": "https://internal.example/fcm.googleapis.com",
  "a known name at the front": "https://fcm.googleapis.com.internal.example/token",
  "a name that merely ends alike": "https://notfcm.googleapis.com/token",
  "a backslash": "https://internal.example\\@fcm.googleapis.com/token",
  "a final dot": "https://fcm.googleapis.com./token",
  "this machine": "https://127.0.0.1/token",
  "this machine, as one number": "https://2130706433/token",
  "this machine, in IPv6": "https://[::1]/token",
  "the cloud's metadata": "https://169.254.169.254/latest/meta-data",
  "no address": "token",
};
for (const [what, endpoint] of Object.entries(turnedAway)) {
  test(`a push may not go to an address with ${what}: ${endpoint}`, () => {
    expect(isAllowedPushEndpoint(endpoint, KNOWN_PUSH_HOSTS)).toBe(false);
  });
}

test("an entry with a port allows that port alone, an IP address included", () => {
  const hosts = ["127.0.0.1:4443", "push.council.example:8443"];

  expect(isAllowedPushEndpoint("https://127.0.0.1:4443/push/1", hosts)).toBe(true);
  expect(isAllowedPushEndpoint("https://eu.push.council.example:8443/push/1", hosts)).toBe(true);
  expect(isAllowedPushEndpoint("https://127.0.0.1/push/1", hosts)).toBe(false);
  expect(isAllowedPushEndpoint("https://127.0.0.1:4444/push/1", hosts)).toBe(false);
  expect(isAllowedPushEndpoint("https://push.council.example/push/1", hosts)).toBe(false);
});

test("with an empty list a push may go nowhere, and an empty entry allows nothing", () => {
  expect(isAllowedPushEndpoint("https://fcm.googleapis.com/token", [])).toBe(false);
  expect(isAllowedPushEndpoint("https://fcm.googleapis.com/token", [""])).toBe(false);
});

const contacts = [
  "mailto:duty@lantern.example",
  "https://www.lantern.example/contact",
  "mailto:a.b+c@nhs.uk",
];
for (const subject of contacts) {
  test(`push services may be given ${subject} as our contact`, () => {
    expect(() => assertVapidSubject(subject)).not.toThrow();
  });
}

const unusableContacts = [
  "",
  "duty@lantern.example",
  "mailto: duty@lantern.example",
  "mailto:<duty@lantern.example>",
  "mailto:duty@localhost",
  "mailto:duty@lantern.invalid",
  "mailto:duty@127.0.0.1",
  "mailto:duty@lantern.example,other@lantern.example",
  "http://lantern.example",
  "https://localhost",
  "https://lantern.local",
  "https://lantern",
  "https://127.0.0.1",
  "https://lantern.example/a contact",
];
for (const subject of unusableContacts) {
  test(`the start stops when our contact for push services is "${subject}"`, () => {
    expect(() => assertVapidSubject(subject)).toThrow("mailto:name@a-real-domain");
  });
}
