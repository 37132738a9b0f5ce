import type { CapabilityStatement, CapabilityStatementRestResource } from "fhir/r4";
import { backport, topicAt } from "@/server/vocabulary/subscription";

/** What this interface can do, for machines. Says nothing about anybody, so it is open to all. Pure. */
export function capabilityStatement(base: string): CapabilityStatement {
  return {
    resourceType: "CapabilityStatement",
    status: "active",
    date: "2026-11-26",
    publisher: "Lantern",
    kind: "instance",
    implementation: { description: "Child protection information sharing, as the national CP-IS", url: base },
    fhirVersion: "4.0.1",
    format: ["application/fhir+json", "json"],
    rest: [
      {
        mode: "server",
        security: {
          cors: false,
          description:
            "CareTeam and AuditEvent: a bearer token of Care Identity, of the person who asks. No person, no answer. Subscription and Communication: the token of an authority's system.",
        },
        resource: [
          searchable("CareTeam", "The plans that are held, by authority."),
          {
            ...searchable("AuditEvent", "Who looked from unscheduled care, the newest 25."),
            searchInclude: ["AuditEvent:entity-type"],
          },
          {
            type: "Encounter",
            documentation:
              "A patient has arrived in unscheduled care. It is a look: on record, and the authority is told. What is held is read as CareTeam.",
            interaction: [{ code: "create" }],
          },
          {
            type: "Appointment",
            documentation:
              "A child was not brought (noshow), with the clinician's word in an extension. The look is silent; where a plan is held the authority is told of this alone.",
            interaction: [{ code: "create" }],
          },
          subscribable(base),
          {
            type: "Communication",
            documentation:
              "One event of a notice to an authority, for its own system. Each reading is on record. A notice is taken by a person, in Lantern.",
            interaction: [{ code: "read" }],
          },
        ],
      },
    ],
  };
}

/** As the Subscriptions R5 Backport guide has it: the topic stands where R4 has no resource for it. */
function subscribable(base: string): CapabilityStatementRestResource {
  return {
    extension: [{ url: backport.topicOfServer, valueCanonical: topicAt(base) }],
    type: "Subscription",
    supportedProfile: [backport.subscription],
    documentation:
      "News of notices to one authority, for its own system: rest-hook, empty or id-only. Search without parameters lists all.",
    interaction: [{ code: "create" }, { code: "read" }, { code: "delete" }, { code: "search-type" }],
    operation: [
      { name: "status", definition: backport.statusOperation },
      { name: "events", definition: backport.eventsOperation },
    ],
  };
}

function searchable(type: "CareTeam" | "AuditEvent", documentation: string): CapabilityStatementRestResource {
  return {
    type,
    documentation: `${documentation} Each search is a look: it is on record, and in unscheduled care the authority is told.`,
    interaction: [{ code: "search-type" }],
    searchParam: [
      {
        name: "patient",
        type: "reference",
        documentation: "Only as patient:identifier=https://fhir.nhs.uk/Id/nhs-number|(10 digits), once.",
      },
    ],
  };
}
