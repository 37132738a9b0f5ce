import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import superjson from "superjson";
import { z } from "zod";
import type { Context } from "@/server/api/context";
import { appRouter } from "@/server/api/root";

const Reply = z.object({ error: z.object({ json: z.looseObject({ message: z.string() }) }).optional() });

export interface HttpAnswer {
  readonly status: number;
  /** The whole body, as it travels. */
  readonly text: string;
  /** The error in it, if it is one. */
  readonly error: unknown;
}

/** Calls a mutation as a phone does, over the door's own HTTP handler, and gives what would travel back. */
export async function callOverHttp(
  path: string,
  input: unknown,
  createContext: () => Context | Promise<Context>,
): Promise<HttpAnswer> {
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    router: appRouter,
    createContext: async () => createContext(),
    req: new Request(`http://localhost/api/trpc/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(superjson.serialize(input)),
    }),
  });
  const text = await response.text();
  return { status: response.status, text, error: Reply.parse(JSON.parse(text)).error?.json };
}
