import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import { z } from "zod";
import { readJson } from "@/server/api/read-json";
import { answerDiscovery } from "@/server/standards/cds-hooks/answer-discovery";
import { answerFeedback } from "@/server/standards/cds-hooks/answer-feedback";
import { answerHook } from "@/server/standards/cds-hooks/answer-hook";
import { mostBytes, preflight } from "@/server/standards/cds-hooks/reply";
import { makeService, type TestService } from "@/test/support/make-service";
import { standardsNow as now, systemsSettings, test as base } from "@/test/support/standards";
import { startStandardsDoor, type StandardsDoor } from "@/test/support/standards-door";
import { startTokenIssuer, type TokenIssuer } from "@/test/support/token-issuer";

const Answer = z.object({
  cards: z
    .array(z.looseObject({ summary: z.string(), uuid: z.string().optional(), detail: z.string() }))
    .optional(),
  services: z.array(z.looseObject({ id: z.string(), hook: z.string() })).optional(),
  error: z.string().optional(),
});

export interface CdsReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: z.infer<typeof Answer>;
}

interface Calling {
  /** Claims of the system's own token to change, or undefined to leave out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly bearer?: string;
}

interface OfTest {
  readonly cds: {
    readonly service: TestService;
    readonly door: StandardsDoor;
    readonly discovers: (origin?: string) => Promise<CdsReply>;
    /** Posts as the system does, with a token that it signed for just this address. */
    readonly posts: (path: string, body: unknown, calling?: Calling) => Promise<CdsReply>;
  };
}

/** Where Lantern says that it is: what tokens are made out to. */
export const cdsBase = "https://lantern.example/api/cds-services";

/** Playwright's `test` with a system that may ask by CDS Hooks, over real sockets and with keys of its own. */
export const test = base.extend<OfTest, { readonly system: TokenIssuer }>({
  system: [
    async ({}, use) => {
      const system = await startTokenIssuer();
      await use(system);
      await system.stop();
    },
    { scope: "worker" },
  ],
  cds: async ({ database, issuer, system, world }, use) => {
    const client = {
      issuer: system.issuer,
      keysUrl: system.keysUrl,
      organisations: [world.trust.code],
      origins: ["https://records.example"],
    };
    const service = makeService(database.appUrl, {
      ...systemsSettings(issuer),
      CDS_CLIENTS: JSON.stringify([client]),
    });
    const door = await startStandardsDoor((request) => answer(service, request));
    const posts: OfTest["cds"]["posts"] = async (path, body, { claims, header, bearer } = {}) => {
      const token = bearer ?? (await system.signs({ ...clientClaims(system, path), ...claims }, header));
      return replyOf(
        await fetch(`${door.origin}${path}`, {
          method: "POST",
          headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
          body: JSON.stringify(body),
        }),
      );
    };
    const discovers: OfTest["cds"]["discovers"] = async (origin) =>
      replyOf(await fetch(`${door.origin}/`, origin === undefined ? {} : { headers: { origin } }));
    await use({ service, door, discovers, posts });
    await door.stop();
    await service.stop();
  },
});

async function answer(service: TestService, request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return preflight(service, request);
  if (request.method === "GET") return answerDiscovery(service, request);
  const [, serviceId = "", feedback] = new URL(request.url).pathname.split("/");
  const body = await readJson(request, mostBytes);
  const call = { service, request, body, serviceId, now };
  return feedback === "feedback" ? answerFeedback(call) : answerHook(call);
}

async function replyOf(response: Response): Promise<CdsReply> {
  const text = await response.text();
  const body = Answer.parse(text === "" ? {} : JSON.parse(text));
  return { status: response.status, headers: response.headers, body };
}

function clientClaims(system: TokenIssuer, path: string): JWTPayload {
  const seconds = now.getTime() / 1_000;
  return {
    iss: system.issuer,
    aud: `${cdsBase}${path}`,
    iat: seconds,
    exp: seconds + 60,
    jti: randomUUID(),
  };
}
