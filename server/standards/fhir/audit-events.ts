import type { AuditEvent, Bundle, PractitionerRole } from "fhir/r4";
import type { Access } from "@/server/domain/lookup/read-accesses";
import { searchset, type Place } from "@/server/standards/fhir/bundle";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { remarksOn } from "@/server/standards/fhir/remarks";
import { roleNames } from "@/server/vocabulary/permission";
import type { ResultCard } from "@/server/vocabulary/result-card";

const roleClass = "http://terminology.hl7.org/CodeSystem/v3-RoleClass";

/** Who looked before, as the national interface answers: each access with the role in which it was made. Pure. */
export function auditEventBundle(card: ResultCard, accesses: readonly Access[], place: Place): Bundle {
  return searchset("AuditEvent", place, {
    matches: accesses.map((access) => auditEvent(access, place)),
    included: accesses.map(practitionerRole),
    remarks: remarksOn(card),
  });
}

function auditEvent({ id, attendedAt }: Access, { nhsNumber }: Place): AuditEvent {
  const viewer = { reference: `PractitionerRole/${id}` };
  return {
    resourceType: "AuditEvent",
    id,
    type: {
      system: "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle",
      code: "access",
      display: "Access/View Record Lifecycle Event",
    },
    recorded: attendedAt.toISOString(),
    agent: [
      {
        type: { coding: [{ system: roleClass, code: "PAT", display: "patient" }] },
        who: { identifier: { system: nhsNumberSystem, value: nhsNumber } },
        requestor: false,
      },
      {
        type: { coding: [{ system: roleClass, code: "ASSIGNED", display: "assigned entity" }] },
        who: viewer,
        requestor: true,
      },
    ],
    source: { observer: viewer },
  };
}

/** In which role, of which organisation; the setting is what the national resource calls a location. */
function practitionerRole(access: Access): PractitionerRole {
  return {
    resourceType: "PractitionerRole",
    id: access.id,
    practitioner: { display: access.personName },
    organization: {
      identifier: {
        system: "https://fhir.nhs.uk/Id/ods-organization-code",
        value: access.organisationCode,
      },
      display: access.organisationName,
    },
    code: [{ coding: [{ display: roleNames[access.role] }] }],
    location: [{ display: access.careSettingName }],
  };
}
