import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z } from "zod";
import { createContext } from "@/server/api/context";
import { readJson } from "@/server/api/read-json";
import { createCaller } from "@/server/api/root";
import type { Service } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

const mostBytes = 8_192;
const Renewal = z.object({ oldEndpoint: z.string().max(2_048).optional(), subscription: PushSubscription });

/**
 * A browser has replaced this phone's push subscription, and the service worker tells us on the strength of the
 * session: 204, or what the procedures answer. Pages repeat it at every launch, since browsers often forget to tell.
 */
export async function receiveRenewal(service: Service, request: Request, now: Date): Promise<Response> {
  const renewal = Renewal.safeParse(await readJson(request, mostBytes)).data;
  if (!renewal) return new Response(null, { status: 400 });

  const { oldEndpoint, subscription } = renewal;
  const sessionId = sessionIdOf(request.headers, service.configuration);
  const { device } = createCaller(await createContext(service, sessionId, now));
  try {
    await device.keep(subscription);
    if (oldEndpoint !== undefined && oldEndpoint !== subscription.endpoint)
      await device.retire({ endpoint: oldEndpoint });
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 503;
    return new Response(null, { status });
  }
  return new Response(null, { status: 204 });
}
