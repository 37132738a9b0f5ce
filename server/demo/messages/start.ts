import { appendFile } from "node:fs/promises";
import path from "node:path";
import { startMail } from "@/server/demo/messages/mail";
import { startNotify, type TakenText } from "@/server/demo/messages/notify";

export interface StandInMessages {
  /** What web and worker need to use them. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface Place {
  readonly origin: string;
  readonly logDirectory: string;
  /** With which delivery reports are sent. */
  readonly callbackToken: string;
}

/**
 * A stand-in for GOV.UK Notify and a mail server. What would have left this machine is a line of `messages.log`; each
 * text message is reported as delivered, as Notify does.
 */
export async function startMessages({
  origin,
  logDirectory,
  callbackToken,
}: Place): Promise<StandInMessages> {
  const log = (line: string) => void appendFile(path.join(logDirectory, "messages.log"), `${line}\n`);
  const notify = await startNotify((text) => {
    log(`text to ${text.telephone}: ${text.words} ${text.link}`);
    void reportDelivered(text, { origin, callbackToken });
  });
  const mail = await startMail(({ to, raw }) => {
    log(`mail to ${to.join(", ")}\n${raw}`);
  });
  return {
    settings: {
      NOTIFY_URL: notify.url,
      NOTIFY_API_KEY: notify.apiKey,
      NOTIFY_TEMPLATE_ID: notify.templateId,
      NOTIFY_CALLBACK_TOKEN: callbackToken,
      SMTP_URL: mail.url,
      SMTP_FROM: "lantern@lantern.example",
    },
    stop: async () => {
      await notify.stop();
      await mail.stop();
    },
  };
}

/** The report follows the answer, which is what names the message. */
async function reportDelivered(
  { id, reference }: TakenText,
  { origin, callbackToken }: Pick<Place, "origin" | "callbackToken">,
): Promise<void> {
  const report = { id, reference, status: "delivered", notification_type: "sms" };
  await fetch(`${origin}/api/messages/reports`, {
    method: "POST",
    headers: { Authorization: `Bearer ${callbackToken}`, "Content-Type": "application/json" },
    body: JSON.stringify(report),
  }).catch(() => undefined);
}
