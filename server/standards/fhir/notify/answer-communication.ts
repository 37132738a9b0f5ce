import { readNotice } from "@/server/domain/webhook/read-notice";
import { communication } from "@/server/standards/fhir/notify/communication";
import { openDoor } from "@/server/standards/fhir/notify/open-door";
import { resourceReply, verbsReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { AlertEventId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

interface Call {
  readonly service: StandardsService;
  readonly request: Request;
  readonly id: string;
  readonly now: Date;
}

/** Answers `GET /Communication/<id>`: what a notification pointed to, to the system of its own authority, on record. */
export function answerCommunication({ service, request, id, now }: Call): Promise<Response> {
  return openDoor({ service, request, now, tried: "notice:read" }, async (caller) => {
    if (request.method !== "GET") return verbsReply(["GET"]);
    const eventId = AlertEventId.safeParse(id);
    if (!eventId.success) throw new Refusal("not-found", "This authority has no such notice.");

    const { authorityId, authorityCode } = caller;
    const notice = await caller.work((work) => readNotice(work, { authorityId, eventId: eventId.data }));
    return resourceReply(communication(notice, { base: fhirBase(service.configuration), authorityCode }));
  });
}
