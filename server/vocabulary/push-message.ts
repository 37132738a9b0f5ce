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

export type AlertPush = {
  /** Lantern's own origin, such as `https://lantern.example`. */
  readonly origin: string;
  readonly alertId: string;
  /** The short code that a crew can say on the telephone, such as `7K3M`. */
  readonly reference: string;
  readonly receipt: string;
};

/** Words the push for an alert: generic text, the alert to open, and the receipt to report back with. */
export function alertMessage({ origin, alertId, reference, receipt }: AlertPush): PushMessage {
  return {
    web_push: 8030,
    notification: {
      title: "Lantern",
      lang: "en-GB",
      dir: "ltr",
      body: `An alert is waiting. Reference ${reference}.`,
      navigate: new URL(`/duty/alerts/${encodeURIComponent(alertId)}`, origin).href,
      tag: alertId,
      silent: false,
    },
    receipt,
  };
}
