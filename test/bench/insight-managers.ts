import http from "node:http";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import { cookieFor, type BenchProduct } from "@/test/bench/bench-product";

export const managerCount = 20;

export interface Manager {
  readonly role: "authority-manager" | "health-manager" | "operator";
  readonly organisationId: string;
  readonly cookie: string;
  /** As the session would say it, for a use case without a page around it. */
  readonly actor: PersonActor;
}

const Sessions = z.array(
  z.object({
    id: z.uuid(),
    role: z.enum(["authority-manager", "health-manager", "operator"]),
    organisation_id: z.uuid(),
    person_id: z.uuid(),
  }),
);

/** Ten authorities' managers, nine of health organisations, one operator: each with a session for the bench. */
export async function signManagersIn({ owner, product }: BenchProduct): Promise<Manager[]> {
  const { rows } = await owner.query(
    `with chosen as (
       (select id, 'authority-manager' as role from organisation where kind = 'authority' order by code limit 10)
       union all (select id, 'health-manager' from organisation where kind = 'health' order by code limit 9)
       union all (select id, 'operator' from organisation where kind = 'service' limit 1)),
     people as (insert into person (issuer, subject, name)
       select 'council', 'bench-manager-' || id, 'Manager Benchley' from chosen returning id, subject)
     insert into session (person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     select people.id, chosen.id, role, 'AAL2', now(), now(), 720, now() + interval '12 hours'
     from chosen join people on subject = 'bench-manager-' || chosen.id returning id, role, organisation_id, person_id`,
  );
  return Sessions.parse(rows).map((row) => ({
    role: row.role,
    organisationId: row.organisation_id,
    cookie: cookieFor(product, SessionId.parse(row.id)),
    actor: actorOf(row),
  }));
}

function actorOf({ id, role, organisation_id, person_id }: z.infer<typeof Sessions>[number]): PersonActor {
  const organisationId = OrganisationId.parse(organisation_id);
  return {
    kind: "person",
    personId: PersonId.parse(person_id),
    sessionId: SessionId.parse(id),
    name: "Manager Benchley",
    role,
    organisationId,
    organisationName: "",
    authorityIds: role === "authority-manager" ? [organisationId] : [],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: managerCount });

/** The whole page, compressed as a browser asks for it of this origin; rejects unless it shows figures. */
export async function openPage(url: string, { cookie }: Manager, origin: string): Promise<void> {
  const headers = { cookie, host: new URL(origin).host, "accept-encoding": "gzip" };
  const { status, body } = await readWhole(url, headers);
  if (status !== 200 || !gunzipSync(body).includes("As at")) throw new Error(`${url}: ${String(status)}`);
}

interface Whole {
  readonly status: number | undefined;
  readonly body: Buffer;
}

function readWhole(url: string, headers: http.OutgoingHttpHeaders): Promise<Whole> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          resolve({ status: response.statusCode, body: Buffer.concat(parts) });
        });
        response.on("error", reject);
      })
      .on("error", reject);
  });
}
