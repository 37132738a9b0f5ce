import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { jwtVerify } from "jose";
import { z } from "zod";

/** A text message as GOV.UK Notify took it. */
export interface TakenText {
  readonly id: string;
  readonly telephone: string;
  readonly words: string;
  readonly link: string;
  readonly reference: string;
}

/** What Notify answers instead of taking the next message; `hang` never answers. */
export type NotifyFault =
  { readonly status: number; readonly error: string; readonly retryAfter?: string } | "hang";

export interface StandInNotify {
  readonly url: string;
  readonly apiKey: string;
  readonly templateId: string;
  readonly taken: readonly TakenText[];
  failWith(...faults: readonly NotifyFault[]): void;
  stop(): Promise<void>;
}

const Body = z.object({
  template_id: z.uuid(),
  phone_number: z.string().regex(/^\+447\d{9}$/),
  personalisation: z.object({ words: z.string(), link: z.url() }),
  reference: z.string(),
});

/**
 * Speaks the part of GOV.UK Notify's API that sends text messages: the token of the service is checked, the message is
 * kept to be looked at, and nothing leaves this machine.
 */
export async function startNotify(
  onText: (text: TakenText) => void = () => undefined,
): Promise<StandInNotify> {
  const [serviceId, secret, templateId] = [randomUUID(), randomUUID(), randomUUID()];
  const taken: TakenText[] = [];
  const faults: NotifyFault[] = [];

  async function answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body: unknown; retryAfter?: string }> {
    if (!(await isFrom(request, serviceId, secret))) return refusal(403, "AuthError");
    if (request.method !== "POST" || request.url !== "/v2/notifications/sms") return refusal(404, "NotFound");
    const parsed = Body.safeParse(JSON.parse(await textOf(request)));
    if (!parsed.success) return refusal(400, "ValidationError");
    if (parsed.data.template_id !== templateId) return refusal(400, "BadRequestError");

    const { phone_number: telephone, personalisation, reference } = parsed.data;
    const text = { id: randomUUID(), telephone, ...personalisation, reference };
    taken.push(text);
    onText(text);
    return { status: 201, body: { id: text.id, reference, uri: `/v2/notifications/${text.id}` } };
  }

  const server = createServer((request, response) => {
    const fault = faults.shift();
    if (fault === "hang") return;
    const answered = fault
      ? { ...refusal(fault.status, fault.error), retryAfter: fault.retryAfter }
      : answer(request);
    void Promise.resolve(answered)
      .catch(() => refusal(400, "BadRequestError"))
      .then(({ status, body, ...more }) => {
        const retryAfter = "retryAfter" in more && more.retryAfter ? { "Retry-After": more.retryAfter } : {};
        response.writeHead(status, { "Content-Type": "application/json", ...retryAfter });
        response.end(JSON.stringify(body));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    apiKey: `lantern-${serviceId}-${secret}`,
    templateId,
    taken,
    failWith: (...next) => faults.push(...next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function refusal(status: number, error: string) {
  return { status, body: { status_code: status, errors: [{ error, message: "stand-in" }] } };
}

/** The token names the service and is signed with its secret (HS256), as Notify demands. */
async function isFrom({ headers }: IncomingMessage, serviceId: string, secret: string): Promise<boolean> {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ["HS256"] });
    return payload.iss === serviceId;
  } catch {
    return false;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
