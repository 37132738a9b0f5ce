/**
 * What a push tells a phone, in the declarative form that Safari shows by itself (W3C Push API, "declarative push
 * message", recognised by `web_push: 8030`) and that our own service worker reads everywhere else. It crosses other
 * companies' servers and lies on a locked screen, so it says only that something is waiting: never who or what.
 */
export type PushMessage = {
  readonly web_push: 8030;
  readonly notification: {
    readonly title: "Lantern";
    readonly lang: "en-GB";
    readonly dir: "ltr";
    readonly body: string;
    /** Where a tap leads: an absolute address on our own origin. */
    readonly navigate: string;
    /** A later push with the same tag replaces the earlier notification instead of joining it. */
    readonly tag: string;
    readonly silent: false;
    /** The number on the app's icon, written as text. */
    readonly app_badge?: string;
  };
  /** The right to report that this one push was shown or opened; it names nobody. */
  readonly receipt: string;
};

export type PushWords = {
  /** Lantern's own origin, such as `https://lantern.example`. */
  readonly origin: string;
  readonly body: string;
  /** Where a tap leads, on our own origin. */
  readonly path: string;
  readonly tag: string;
  readonly receipt: string;
};

/** Puts generic words into the form that phones show. */
export function pushMessage({ origin, body, path, tag, receipt }: PushWords): PushMessage {
  return {
    web_push: 8030,
    notification: {
      title: "Lantern",
      lang: "en-GB",
      dir: "ltr",
      body,
      navigate: new URL(path, origin).href,
      tag,
      silent: false,
    },
    receipt,
  };
}
