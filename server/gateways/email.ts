import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** Who sends e-mail, by SMTP. Make one at the start and keep it: it holds the open connections. */
export interface EmailSender {
  readonly transport: Transporter;
  readonly from: string;
}

export interface EmailSettings {
  /** smtp:// or smtps://, with user and password if there are any. */
  readonly url: string;
  readonly from: string;
  readonly timeoutMs: number;
}

/** An e-mail of its own words. Its id is the same however often it is tried, so that a mailbox can tell. */
export interface Letter {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
}

export interface Email {
  readonly address: string;
  readonly words: string;
  readonly link: string;
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Without TLS only to this machine itself. */
export function openEmailSender({ url, from, timeoutMs }: EmailSettings): EmailSender {
  const server = new URL(url);
  const transport = createTransport({
    pool: true,
    host: server.hostname,
    port: Number(server.port) || (server.protocol === "smtps:" ? 465 : 587),
    secure: server.protocol === "smtps:",
    requireTLS: !loopback.has(server.hostname),
    ignoreTLS: loopback.has(server.hostname),
    ...(server.username !== "" && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { transport, from };
}

const Sent = z.object({ messageId: z.string(), response: z.string() });
const Fault = z.object({ responseCode: z.number().optional(), code: z.string().optional() });

/** Hands over that something is waiting, and tells what the mail server said. Never throws; quotes no address and no words. */
export function sendEmail(sender: EmailSender, { address, words, link }: Email): Promise<PushAnswer> {
  return sendLetter(sender, {
    address,
    subject: "Lantern: something is waiting",
    text: `${words}\n\nSign in to read it: ${link}\n\nThis message says nothing about anybody. Please do not answer it.\n`,
  });
}

/** Hands an e-mail to the mail server and tells what it said. Never throws; quotes no address and no words. */
export async function sendLetter(
  { transport, from }: EmailSender,
  { address, ...letter }: Letter,
): Promise<PushAnswer> {
  try {
    const sent: unknown = await transport.sendMail({ from, to: address, ...letter });
    const { messageId, response } = Sent.parse(sent);
    return {
      kind: "accepted",
      statusCode: Number(response.slice(0, 3)) || 250,
      reason: "Taken by the mail server",
      deliveryId: messageId,
    };
  } catch (error) {
    return readFault(error);
  }
}

/** SMTP: 4xx may succeed later, 5xx will not (RFC 5321, section 4.2.1). */
function readFault(error: unknown): PushAnswer {
  const { responseCode: statusCode, code = "No connection" } = Fault.catch({}).parse(error);
  if (statusCode === undefined) return { kind: "unreachable", reason: code };
  const reason = `SMTP ${String(statusCode)} ${code}`;
  return statusCode < 500 ? { kind: "later", statusCode, reason } : { kind: "refused", statusCode, reason };
}
