import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import {
  answerPatient,
  type FindPatient,
  type PatientAnswer,
} from "@/server/demo/demographics/answer-patient";
import { answerSearch, type FindBorn } from "@/server/demo/demographics/answer-search";
import { keptClientKey } from "@/server/demo/demographics/keys";
import { openTokenOffice, type TokenOffice } from "@/server/demo/demographics/tokens";

/** How every question is answered while something is wrong there. */
export type Trouble =
  | {
      readonly status: number;
      readonly retryAfterSeconds?: number;
      /** In place of an empty one. */
      readonly body?: object;
      /** So many questions are answered before it begins. */
      readonly afterwards?: number;
      /** Then it is over. */
      readonly times?: number;
    }
  /** A page of somebody else's, for example of the network that one is in. */
  | "html"
  | "hang"
  | "reset";

export interface StandInOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Where the key is kept with which Lantern proves who it is. */
  readonly directory: string;
  readonly find: FindPatient;
  readonly findBorn: FindBorn;
}

interface Asked {
  /** Empty where it was a search. */
  readonly nhsNumber: string;
  /** Of a search. */
  readonly parameters: URLSearchParams;
  readonly requestId: string;
  readonly userAgent: string;
}

export interface StandInDemographics {
  /** The settings with which a worker asks here. */
  readonly settings: Readonly<Record<string, string>>;
  /** What was asked so far, in order. */
  readonly asked: readonly Asked[];
  /** How many tokens were issued. */
  readonly tokenCount: () => number;
  /** Until undefined is given, questions meet this trouble. */
  readonly fail: (trouble: Trouble | undefined) => void;
  readonly revokeTokens: () => void;
  readonly stop: () => Promise<void>;
}

const client = { clientId: "lantern", keyId: "lantern-1" };
const fhirPath = "/personal-demographics/FHIR/R4";

/**
 * Stands in for the national demographics service (PDS FHIR R4, application-restricted) on this machine, for the demo
 * and the tests: the protocol is the real one, the people are invented.
 */
export async function startDemographics({
  port,
  directory,
  ...people
}: StandInOptions): Promise<StandInDemographics> {
  const { privateKeyFile, publicKey } = await keptClientKey(directory);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const host = `http://127.0.0.1:${portOf(server)}`;
  const tokenUrl = `${host}/oauth2/token`;
  const desk = new Desk(openTokenOffice({ ...client, tokenUrl, publicKey }), people);
  server.on("request", (request, response) => void desk.serve(request, response));

  return {
    settings: {
      DEMOGRAPHICS_URL: `${host}${fhirPath}`,
      DEMOGRAPHICS_TOKEN_URL: tokenUrl,
      DEMOGRAPHICS_CLIENT_ID: client.clientId,
      DEMOGRAPHICS_KEY_ID: client.keyId,
      DEMOGRAPHICS_PRIVATE_KEY_FILE: privateKeyFile,
    },
    asked: desk.asked,
    tokenCount: () => desk.tokens,
    fail: (trouble) => {
      desk.trouble = trouble;
    },
    revokeTokens: () => {
      desk.office.revokeAll();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Desk {
  readonly asked: Asked[] = [];
  tokens = 0;
  trouble: Trouble | undefined;

  constructor(
    readonly office: TokenOffice,
    private readonly people: Pick<StandInOptions, "find" | "findBorn">,
  ) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const [, nhsNumber = ""] = /\/Patient(?:\/([^/]+))?$/.exec(pathname) ?? [];
    const isQuestion = request.method === "GET" && /\/Patient(\/|$)/.test(pathname);
    if (request.method === "POST" && pathname === "/oauth2/token") await this.giveToken(request, response);
    else if (isQuestion) await this.tell({ nhsNumber, parameters: searchParams }, request, response);
    else reply(response, { status: 404, body: {} });
  }

  private async tell(
    { nhsNumber, parameters }: Pick<Asked, "nhsNumber" | "parameters">,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const header = (name: string) => String(request.headers[name] ?? "");
    const requestId = header("x-request-id");
    this.asked.push({ nhsNumber, parameters, requestId, userAgent: header("user-agent") });
    const { trouble } = this;
    if (trouble !== undefined) this.trouble = afterOne(trouble);
    if (trouble !== undefined && !isYetToCome(trouble)) {
      makeTrouble(trouble, response);
      return;
    }
    const [, token = ""] = /^Bearer (\S+)$/.exec(header("authorization")) ?? [];
    const isAllowed = this.office.isGood(token);
    const { status, body } =
      nhsNumber === ""
        ? await answerSearch({ parameters, requestId, isAllowed }, this.people.findBorn)
        : await answerPatient({ nhsNumber, requestId, isAllowed }, this.people.find);
    reply(response, { status, body, headers: { ETag: 'W/"1"', "X-Request-ID": requestId } });
  }

  private async giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const issued = await this.office.issue(new URLSearchParams(await text(request)));
    if ("error" in issued) {
      reply(response, { status: 400, body: issued });
      return;
    }
    this.tokens += 1;
    const body = { access_token: issued.token, expires_in: String(issued.expiresIn), token_type: "Bearer" };
    reply(response, { status: 200, body });
  }
}

function isYetToCome(trouble: Trouble): boolean {
  return typeof trouble === "object" && (trouble.afterwards ?? 0) > 0;
}

/** What is left of a trouble that begins after, or lasts for, so many questions. */
function afterOne(trouble: Trouble): Trouble | undefined {
  if (typeof trouble === "string") return trouble;
  if (isYetToCome(trouble)) return { ...trouble, afterwards: (trouble.afterwards ?? 0) - 1 };
  if (trouble.times === undefined) return trouble;
  return trouble.times > 1 ? { ...trouble, times: trouble.times - 1 } : undefined;
}

function makeTrouble(trouble: Trouble, response: ServerResponse): void {
  if (trouble === "hang") return;
  if (trouble === "reset") {
    response.destroy();
    return;
  }
  if (trouble === "html") {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Welcome</title>");
    return;
  }
  const { status, retryAfterSeconds, body = {} } = trouble;
  const headers = retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) };
  reply(response, { status, body, headers });
}

interface Reply extends PatientAnswer {
  readonly headers?: Readonly<Record<string, string>>;
}

function reply(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { "Content-Type": "application/fhir+json", ...headers });
  response.end(JSON.stringify(body));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  return address.port;
}
