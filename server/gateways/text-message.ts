import axios, { isAxiosError } from "axios";
import { NotifyClient } from "notifications-node-client";
import { z } from "zod";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** Who sends text messages, through GOV.UK Notify. Make one at the start and keep it. */
export interface TextSender {
  readonly client: NotifyClient;
  readonly templateId: string;
}

export interface TextSettings {
  readonly url: string;
  /** As GOV.UK Notify shows it: name, service and secret. */
  readonly apiKey: string;
  /** A template with the personalisations `words` and `link` and nothing else that changes. */
  readonly templateId: string;
  readonly timeoutMs: number;
}

export interface TextMessage {
  /** +447… */
  readonly telephone: string;
  readonly words: string;
  readonly link: string;
  /** Ours, which comes back with the delivery report. */
  readonly reference: string;
}

export function openTextSender({ url, apiKey, templateId, timeoutMs }: TextSettings): TextSender {
  const client = new NotifyClient(url, apiKey);
  client.setClient(axios.create({ timeout: timeoutMs, maxRedirects: 0, maxContentLength: 65_536 }));
  return { client, templateId };
}

const Accepted = z.object({ status: z.number(), data: z.object({ id: z.string() }) });
const Refusal = z.object({ errors: z.array(z.object({ error: z.string() })).min(1) });

/** Hands a text message to GOV.UK Notify and tells what it said. Never throws; quotes no number and no words. */
export async function sendText(
  { client, templateId }: TextSender,
  { telephone, words, link, reference }: TextMessage,
): Promise<PushAnswer> {
  try {
    const answer: unknown = await client.sendSms(templateId, telephone, {
      personalisation: { words, link },
      reference,
    });
    const { status, data } = Accepted.parse(answer);
    return { kind: "accepted", statusCode: status, reason: "HTTP 201", deliveryId: data.id };
  } catch (error) {
    return readFault(error);
  }
}

function readFault(error: unknown): PushAnswer {
  const response = isAxiosError(error) ? error.response : undefined;
  if (response === undefined) return { kind: "unreachable", reason: kindOf(error) };

  const statusCode = response.status;
  const parsed = Refusal.safeParse(response.data);
  const reason = `HTTP ${String(statusCode)}: ${parsed.data?.errors[0]?.error ?? "no reason"}`.slice(0, 120);
  if (statusCode !== 408 && statusCode !== 429 && statusCode < 500)
    return { kind: "refused", statusCode, reason };
  const wait = Number(response.headers["retry-after"]);
  return { kind: "later", statusCode, reason, ...(wait > 0 && { retryAfterSeconds: Math.ceil(wait) }) };
}

function kindOf(error: unknown): string {
  return isAxiosError(error) ? (error.code ?? "No connection") : "No answer that could be read";
}
