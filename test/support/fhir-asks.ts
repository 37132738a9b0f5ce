import type { Bundle } from "fhir/r4";
import pino from "pino";
import { answerSearch } from "@/server/standards/fhir/answer-search";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { readResource } from "@/test/support/fhir-schema";
import type { World } from "@/test/support/make-world";
import { standardsNow, test as base } from "@/test/support/standards";

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Bundle;
}

interface Given {
  readonly lines: string[];
  /** Asks as a system does, with the token of a person of the world's trust unless told otherwise. */
  readonly asks: (nhsNumber: string, asking?: Asking) => Promise<Reply>;
}

export interface Asking {
  readonly resource?: "CareTeam" | "AuditEvent";
  readonly headers?: Readonly<Record<string, string>>;
  readonly bearer?: string;
  readonly at?: Date;
}

export const nhsNumbers = "https://fhir.nhs.uk/Id/nhs-number";

/** Playwright's `test` with somebody who asks by the FHIR door. */
export const test = base.extend<Given>({
  lines: async ({}, use) => use([]),
  asks: async ({ service, token, lines }, use) => {
    const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
    await use(async (nhsNumber, { resource = "CareTeam", headers = {}, bearer, at = standardsNow } = {}) => {
      const url = `https://lantern.example/api/fhir/R4/${resource}?patient:identifier=${nhsNumbers}|${nhsNumber}`;
      const authorization = `Bearer ${bearer ?? (await token())}`;
      const request = new Request(url, { headers: { Authorization: authorization, ...headers } });
      const response = await answerSearch({ ...service, log }, request, { resource, now: at });
      const { status, headers: ofReply } = response;
      return { status, headers: ofReply, body: (await readResource(response)) as Bundle };
    });
  },
});

/** What is on record about one number. */
export async function recordOf(world: World, nhsNumber: NhsNumber) {
  const [row] = await world.sql(
    `select (select count(*)::int from lookup where nhs_number = $1) as lookups,
       (select count(*)::int from attendance where nhs_number = $1) as attendances,
       (select count(*)::int from audit where nhs_number = $1 and outcome = 'done') as audits,
       (select count(*)::int from alert join subject on subject.id = subject_id where nhs_number = $1) as alerts`,
    [nhsNumber],
  );
  return row;
}

/** The same question as a bare request. */
export function requestFor(nhsNumber: string, bearer: string): Request {
  const url = `https://lantern.example/api/fhir/R4/CareTeam?patient:identifier=${nhsNumbers}|${nhsNumber}`;
  return new Request(url, { headers: { Authorization: `Bearer ${bearer}` } });
}
