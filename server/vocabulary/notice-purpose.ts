/** What a person is told of; see docs/alerts.md. */
export const noticePurposes = [
  "alert",
  "alarm",
  "message",
  "news",
  "offer",
  "withdrawal",
  "referral",
  "test",
  "rota",
  "reach",
  "card",
] as const;
export type NoticePurpose = (typeof noticePurposes)[number];

/** How a person is told, in the order in which the ladder adds them when nothing was shown. */
export const channels = ["push", "text", "email"] as const;
export type Channel = (typeof channels)[number];

export const channelWords = {
  push: "phone or browser",
  text: "text message",
  email: "e-mail",
} as const satisfies Record<Channel, string>;
