import { randomUUID } from "node:crypto";
import http from "node:http";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { keepDevice } from "@/server/domain/push/keep-device";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import type { Asker } from "@/test/bench/ask";
import { cookieFor, type BenchProduct } from "@/test/bench/bench-product";
import type { BenchPushService } from "@/test/bench/push-service";
import type { BrowserSubscription } from "@/test/support/fake-push-service";

export interface DutyPeople {
  /** Every phone that was added. */
  readonly phones: readonly BrowserSubscription[];
  /** Who is first to be told of an authority's alerts, signed in, by the authority's id. */
  readonly ofAuthority: ReadonlyMap<string, Asker>;
}

interface OnCall {
  readonly person_id: string;
  readonly organisation_id: string;
  readonly authority_ids: readonly string[];
}

/** Gives everybody who is first to be told one phone, kept the way a person does it, and an open session. */
export async function addDutyPeople(bench: BenchProduct, push: BenchPushService): Promise<DutyPeople> {
  const { owner, product } = bench;
  const { rows } = await owner.query<OnCall>(
    `select distinct on (person_id) person_id, host_organisation_id as organisation_id,
       array(select authority_id from duty_team_authority served where served.duty_team_id = duty_team.id) as authority_ids
     from shift join duty_team on duty_team.id = duty_team_id
     where rung = 1 and starts_at <= now() and ends_at > now()`,
  );
  const phones = await addPhones(bench, push, rows);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const ofAuthority = new Map<string, Asker>();
  for (const row of rows) {
    const cookie = cookieFor(product, await signIn(bench, row));
    for (const authorityId of row.authority_ids)
      ofAuthority.set(authorityId, { origin: product.origin, cookie, agent });
  }
  return { phones, ofAuthority };
}

async function addPhones(
  { product }: BenchProduct,
  push: BenchPushService,
  people: readonly OnCall[],
): Promise<readonly BrowserSubscription[]> {
  const settings = { deviceKey: product.environment["DEVICE_KEY"] ?? "", pushHosts: [push.host] };
  const database = connectDatabase({ url: product.appUrl, connections: 2 });
  const phones: BrowserSubscription[] = [];
  for (const person of people) {
    const subscription = push.makeSubscription();
    const occasion = { actor: onDuty(person), now: new Date() };
    await withWork(database, occasion, (work) => keepDevice(work, { subscription }, settings));
    phones.push(subscription);
  }
  await database.$disconnect();
  return phones;
}

async function signIn({ owner }: BenchProduct, { person_id, organisation_id }: OnCall): Promise<SessionId> {
  const sessionId = SessionId.parse(randomUUID());
  await owner.query(
    `insert into session (id, person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     values ($1, $2, $3, 'duty-social-worker', 'bench', now(), now(), 720, now() + interval '12 hours')`,
    [sessionId, person_id, organisation_id],
  );
  return sessionId;
}

function onDuty({ person_id, organisation_id }: OnCall): PersonActor {
  const authorityId = OrganisationId.parse(organisation_id);
  return {
    kind: "person",
    personId: PersonId.parse(person_id),
    sessionId: SessionId.parse(randomUUID()),
    name: "On duty",
    role: "duty-social-worker",
    organisationId: authorityId,
    organisationName: "Authority",
    authorityIds: [authorityId],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}
