import type { Browser } from "puppeteer-core";
import { z } from "zod";

/** Lets automation see the browser's own windows, where notifications are; an ordinary option of Firefox. */
export const SYSTEM_ACCESS = "-remote-allow-system-access";

const Notifications = z.array(z.object({ title: z.string(), body: z.string() }));
type Notifications = z.infer<typeof Notifications>;

/** What a person sees of notifications, and can do to them. */
export type NotificationCentre = {
  /** What is on the screen at this moment. */
  readonly list: () => Promise<Notifications>;
  /** Waits until a notification with this text is on the screen. */
  readonly waitFor: (body: string) => Promise<void>;
  /** Waits for a notification with this text and taps it: the service worker gets a genuine `notificationclick`. */
  readonly tap: (body: string) => Promise<void>;
};

/** WebDriver BiDi, of which Puppeteer passes on only what concerns pages. */
type Connection = { send: (method: string, parameters: object) => Promise<unknown> };

const Tree = z.object({
  result: z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) }),
});
const Evaluation = z.object({
  result: z.object({ type: z.literal("success"), result: z.object({ value: z.string() }) }),
});

/** This runs in Firefox's own window: `alert:alert` is the kind of its notification windows, some still loading. */
const ON_SCREEN = `
  const shown = () =>
    [...Services.wm.getEnumerator("alert:alert")]
      .filter(({ document }) => document.readyState === "complete")
      .map(({ document }) => ({
        box: document.getElementById("alertBox"),
        title: document.getElementById("alertTitleLabel").getAttribute("value"),
        body: document.getElementById("alertTextLabel").textContent,
      }));
  const withBody = (body) =>
    new Promise((resolve) => {
      const look = () => {
        const found = shown().find((notification) => notification.body === body);
        if (found) resolve(found);
        else setTimeout(look, 20);
      };
      look();
    });
`;

/** Finds the browser's main window and speaks to the notification windows from there. */
export async function openNotificationCentre(browser: Browser): Promise<NotificationCentre> {
  const connection = connectionOf(browser);
  const window = await mainWindow(connection);
  const run = (code: string) => evaluate(connection, window, code);

  return {
    list: async () =>
      Notifications.parse(
        JSON.parse(await run("return JSON.stringify(shown().map(({ title, body }) => ({ title, body })));")),
      ),
    waitFor: async (body) => {
      await run(`await withBody(${JSON.stringify(body)}); return "";`);
    },
    tap: async (body) => {
      await run(`(await withBody(${JSON.stringify(body)})).box.click(); return "";`);
    },
  };
}

async function mainWindow(connection: Connection): Promise<string> {
  const tree = Tree.parse(await connection.send("browsingContext.getTree", { "moz:scope": "chrome" }));
  const found = tree.result.contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml");
  if (!found) throw new Error("This Firefox does not show its own windows to automation");
  return found.context;
}

async function evaluate(connection: Connection, window: string, code: string): Promise<string> {
  const evaluation = await connection.send("script.evaluate", {
    expression: `(async () => { ${ON_SCREEN} ${code} })()`,
    target: { context: window },
    awaitPromise: true,
  });
  return Evaluation.parse(evaluation).result.result.value;
}

function connectionOf(browser: Browser): Connection {
  const connection: unknown = Reflect.get(browser, "connection");
  if (!isConnection(connection)) throw new Error("Puppeteer no longer shows its BiDi connection");
  return connection;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === "object" && value !== null && "send" in value && typeof value.send === "function";
}
