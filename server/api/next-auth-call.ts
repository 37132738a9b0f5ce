import type { NextApiRequest, NextApiResponse } from "next";
import * as nextAuth from "next-auth";
import type { AuthOptions } from "next-auth";

/** One question to next-auth, in the library's own terms. */
export interface NextAuthCall {
  readonly method: "GET" | "POST";
  /** `["signin", "council"]`: what follows `/api/auth/`. */
  readonly words: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
}

export interface NextAuthAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly setCookies: readonly string[];
  readonly body: unknown;
}

/**
 * Asks next-auth through its door for Node requests, and not through that for route handlers: the latter reads
 * cookies from Next's own request, which only exists inside Next.
 */
export async function callNextAuth(call: NextAuthCall, options: AuthOptions): Promise<NextAuthAnswer> {
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: [...call.words] },
    body: call.body,
    cookies: call.cookies,
    headers: {},
  };
  const response = new RecordedResponse();
  // The library uses no more of the two than is made here.
  await handler(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return response.answer();
}

type Handler = (request: NextApiRequest, response: NextApiResponse, options: AuthOptions) => Promise<void>;

/** The package is CommonJS: a bundler gives its function as the default, Node gives all of the module as the default. */
const handler = unwrapDefault(nextAuth) as Handler;

function unwrapDefault(module: unknown): unknown {
  return typeof module === "object" && module !== null && "default" in module
    ? unwrapDefault(module.default)
    : module;
}

class RecordedResponse {
  #status = 200;
  #headers = new Map<string, unknown>();
  #body: unknown;

  status(status: number): this {
    this.#status = status;
    return this;
  }

  setHeader(name: string, value: unknown): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  getHeader(name: string): unknown {
    return this.#headers.get(name.toLowerCase());
  }

  send(body: unknown): void {
    this.#body = body;
  }

  json(body: unknown): void {
    this.#body = body;
  }

  end(): void {
    this.#body = undefined;
  }

  answer(): NextAuthAnswer {
    const location = this.#headers.get("location");
    const cookies = this.#headers.get("set-cookie");
    return {
      status: this.#status,
      location: typeof location === "string" ? location : undefined,
      setCookies: Array.isArray(cookies) ? cookies.map(String) : [],
      body: this.#body,
    };
  }
}
