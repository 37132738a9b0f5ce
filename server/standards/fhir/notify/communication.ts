import type { Communication, HealthcareService } from "fhir/r4";
import type { OwnNotice } from "@/server/domain/webhook/find-notices";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { gssSystem } from "@/server/vocabulary/subscription";

interface Where {
  readonly base: string;
  readonly authorityCode: string;
}

type Status = Communication["status"];

/** Whether anybody has the notice: completed is that a person took it, and not that a system read it. */
const statusOf = {
  raised: "in-progress",
  notified: "in-progress",
  shown: "in-progress",
  opened: "in-progress",
  unreached: "in-progress",
  withdrawn: "stopped",
  taken: "completed",
  closed: "completed",
} as const satisfies Record<OwnNotice["state"], Status>;

/**
 * One event of a notice as FHIR has it: whose child, where and when they were asked about, whom to ring, and how the
 * notice stands now. Pure.
 */
export function communication(notice: OwnNotice, { base, authorityCode }: Where): Communication {
  const { eventId, reference, nhsNumber, noticeKind, state, kind, at, lookedAt } = notice;
  const coded = (list: string, code: string) => ({
    coding: [{ system: `${base}/CodeSystem/${list}`, code }],
  });
  return {
    resourceType: "Communication",
    id: eventId,
    contained: [setting(notice)],
    // The events of one notice have its reference in common.
    partOf: [{ type: "Communication", identifier: { system: `${base}/notice`, value: reference } }],
    status: statusOf[state],
    statusReason: coded("notice-state", state),
    category: [coded("notice-kind", noticeKind)],
    topic: coded("notice-event", kind),
    subject: { type: "Patient", identifier: { system: nhsNumberSystem, value: nhsNumber } },
    sent: lookedAt.toISOString(),
    recipient: [{ type: "Organization", identifier: { system: gssSystem, value: authorityCode } }],
    sender: { reference: "#setting" },
    payload: [{ contentString: `${kind} at ${at.toISOString()}` }],
  };
}

/** Where the child was asked about, with the number to ring. */
function setting({ organisation, setting: name, callBackNumber }: OwnNotice): HealthcareService {
  return {
    resourceType: "HealthcareService",
    id: "setting",
    name,
    providedBy: { type: "Organization", display: organisation },
    ...(callBackNumber !== null && { telecom: [{ system: "phone", value: callBackNumber, use: "work" }] }),
  };
}
