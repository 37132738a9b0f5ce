import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { findClient, type CdsClient } from "@/server/standards/cds-hooks/find-client";
import { originOf, reply } from "@/server/standards/cds-hooks/reply";
import { serviceOf } from "@/server/standards/cds-hooks/services";
import type { StandardsService } from "@/server/standards/standards-service";
import { systemActor } from "@/server/vocabulary/actor";
import { Refusal } from "@/server/vocabulary/refusal";

export interface HookCall {
  readonly service: StandardsService;
  readonly request: Request;
  /** The JSON of its body; undefined where that is none, or too large. */
  readonly body: unknown;
  readonly serviceId: string;
  readonly now: Date;
}

type HookService = NonNullable<ReturnType<typeof serviceOf>>;

/** Lets a system in that may ask, to a service that there is, and replies with what `act` answers or why not. */
export async function openHook(
  call: HookCall,
  path: "" | "/feedback",
  act: (client: CdsClient, hookService: HookService) => Promise<Response>,
): Promise<Response> {
  const { service, request, serviceId, now } = call;
  const hookService = serviceOf(serviceId);
  if (hookService === undefined) return reply(call, 404, { error: "There is no such service." });

  const endpoint = `${originOf(service)}/api/cds-services/${serviceId}${path}`;
  const found = await findClient(service.configuration, { headers: request.headers, endpoint, now });
  if (found.kind === "client") return act(found.client, hookService);

  const cause = new Refusal("not-permitted", found.words);
  await recordTrouble(service, { actor: systemActor("door"), now }, { permission: "child:look-up", cause });
  return reply(call, found.kind === "unavailable" ? 503 : 401, { error: found.words });
}
