import { callTRPCProcedure } from "@trpc/server";
import { z } from "zod";
import type { Context } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { permissions } from "@/server/vocabulary/permission";

const Definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.object({ permission: z.enum(permissions) }).optional(),
});

/** Every procedure of the people's door as the router itself lists them, so that a new one cannot be overlooked. */
export const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = Definition.parse("_def" in procedure ? procedure._def : undefined);
  return { path, type, permission: meta?.permission };
});
export type Procedure = (typeof procedures)[number];

/**
 * Calls a procedure by its path, as the door does. `readInput` gives the input when the procedure wants to read it. Of
 * a subscription, the first thing that it says is the answer.
 */
export async function callProcedure(
  { path, type }: Procedure,
  ctx: Context,
  readInput: () => unknown,
): Promise<unknown> {
  const answer: unknown = await callTRPCProcedure({
    router: appRouter,
    path,
    type,
    ctx,
    getRawInput: async () => readInput(),
    signal: undefined,
    batchIndex: 0,
  });
  return isStream(answer) ? firstOf(answer) : answer;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

async function firstOf(stream: AsyncIterable<unknown>): Promise<unknown> {
  for await (const said of stream) return said;
  return undefined;
}
