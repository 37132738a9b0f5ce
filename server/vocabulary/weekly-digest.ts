import { z } from "zod";

/** How the newest of a person's weekly e-mails ended. */
export const DigestOutcome = z.enum(["sent", "no-role", "refused", "not-known", "no-mail"]);
export type DigestOutcome = z.infer<typeof DigestOutcome>;

export const digestOutcomeWords = {
  sent: "Sent.",
  "no-role":
    "Not sent: you had not signed in with this role for five weeks. Now that you have, the next one comes.",
  refused: "Not sent: the mail server did not take it. Check the address.",
  "not-known":
    "It is not known whether it was sent: the service was stopped in that moment, and sends none twice.",
  "no-mail": "Not sent: this service has no mail server set up. Tell whoever runs it.",
} as const satisfies Record<DigestOutcome, string>;

/** Where one's weekly e-mails are asked for and stopped. */
export const digestPath = "/insight/digest";
