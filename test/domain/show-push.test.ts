import { expect, test } from "@playwright/test";
import { showPush } from "@/app/_pwa/show-push";
import { alertPush } from "@/test/support/alert-push";

const origin = "https://lantern.example";
const good = JSON.stringify(alertPush({ origin, alertId: "a1", reference: "7K3M", receipt: "r1" }));

/** The browser's side of a service worker; it refuses as many notifications as it is told to. */
function makeBrowser(refuses = 0) {
  const shown: { title: string; body: string | undefined; tag: string | undefined }[] = [];
  let refused = 0;
  const registration = {
    showNotification: (title: string, options: NotificationOptions = {}) => {
      if (refused++ < refuses) return Promise.reject(new TypeError("cannot show this"));
      shown.push({ title, body: options.body, tag: options.tag });
      return Promise.resolve();
    },
  };
  const worker = { location: { origin }, registration } as unknown as Parameters<typeof showPush>[0];
  return { worker, shown };
}

const arrivals: readonly (readonly [string, Parameters<typeof showPush>[1]["data"]])[] = [
  ["nothing", null],
  ["an empty text", { text: () => "" }],
  ["half a message", { text: () => good.slice(0, 40) }],
  ["a message of an unknown version", { text: () => JSON.stringify({ web_push: 9999, what: "else" }) }],
  [
    "a message whose words are no text",
    { text: () => JSON.stringify({ notification: { title: 7, body: {}, tag: [] } }) },
  ],
  [
    "bytes that cannot be read",
    {
      text: () => {
        throw new TypeError("not UTF-8");
      },
    },
  ],
];

for (const [what, data] of arrivals) {
  test(`${what} is shown as a notification all the same`, async () => {
    const { worker, shown } = makeBrowser();

    await showPush(worker, { data });

    expect(shown).toEqual([
      { title: "Lantern", body: "Something is waiting for you. Open Lantern to see it.", tag: "lantern" },
    ]);
  });
}

test("a browser that refuses the notification as we want it is given the plainest one, which opens and reports the same", async () => {
  const { worker, shown } = makeBrowser(1);

  const push = await showPush(worker, { data: { text: () => good } });

  expect(shown).toEqual([{ title: "Lantern", body: "An alert is waiting. Reference 7K3M.", tag: "a1" }]);
  expect(push.receipt).toBe("r1");
});

test("what was not shown at all is not reported as shown", async () => {
  const { worker, shown } = makeBrowser(2);

  await expect(showPush(worker, { data: { text: () => good } })).rejects.toThrow("cannot show this");
  expect(shown).toEqual([]);
});
