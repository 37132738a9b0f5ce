import { expect } from "@playwright/test";
import { TRPCError } from "@trpc/server";
import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo, roles } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/database";
import { fillWorld, type FullWorld } from "@/test/support/make-full-world";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { authorityCode } from "@/test/support/feed-entries";
import { entries, lookup } from "@/test/support/stranger-entries";
import type { Entry } from "@/test/support/stranger-entry";
import { callProcedure, procedures, type Procedure } from "@/test/support/procedures";
import { rotaRows } from "@/test/support/rota-entries";

// Live procedures look at the real clock: sessions that are dated far ahead are open whenever this test runs.
const now = new Date("2099-11-23T21:14:00Z");

interface Worlds {
  readonly service: TestService;
  readonly world: World;
  readonly other: World;
  readonly theirs: FullWorld;
}

/** A world for the stranger and a full one of others. Whoever changes nothing can share them. */
const test = base.extend<{ readonly ofOwner: Worlds }, { readonly ofReaders: Worlds }>({
  ofReaders: [async ({ database }, use) => lendWorlds(database, use), { scope: "worker" }],
  ofOwner: async ({ database }, use) => lendWorlds(database, use),
});

async function lendWorlds(database: DatabaseUrls, use: (worlds: Worlds) => Promise<void>): Promise<void> {
  const service = makeService(database.appUrl);
  const [world, other] = [await makeWorld(database, now), await makeWorld(database, now)];
  await other.sql("update organisation set code = id::text where code = $1", [authorityCode]);
  await other.sql("update organisation set code = $2 where id = $1", [other.authority.id, authorityCode]);

  await use({ service, world, other, theirs: await fillWorld(other, service, now) });
  await service.stop();
}

test("every procedure stands in the table of this test", () => {
  const hint =
    "`entries`: add what it is asked with the ids of another organisation, and what a stranger gets";

  expect(Object.keys(entries).toSorted(), hint).toEqual(procedures.map(({ path }) => path).toSorted());
});

for (const procedure of procedures) {
  const { path, type, permission } = procedure;
  const entry: Entry = entries[path] ?? { gets: "an entry in the table" };
  // The operator counts the whole service, and belongs to no organisation that could be the other one.
  const asking = roles.filter((role) => role !== "operator" && permission && mayDo(role, permission));

  for (const role of asking) {
    test(`${path} gives the role ${role} nothing of another organisation`, async ({ ofReaders }) => {
      const { service, world, other, theirs } = ofReaders;
      const actor = await world.person(role);
      const before = await stateOf(other, theirs);

      const answer = await ask({ procedure, service, actor, input: entry.input?.(theirs) });

      expect({ answer }).toMatchObject({ answer: entry.gets });
      expect(namedIn(answer, other, theirs)).toEqual([]);
      expect(await stateOf(other, theirs)).toEqual(before);
    });
  }

  const answersOwner = async ({ service, other, theirs }: Worlds): Promise<void> => {
    const [role = "crew"] = asking;
    const actor = entry.owner?.(theirs) ?? (await other.person(role));
    const before = await stateOf(other, theirs);

    const answer = await ask({ procedure, service, actor, input: entry.input?.(theirs) });

    expect({ answer }).toMatchObject({ answer: entry.ownerGets ?? expect.not.stringMatching(/^[A-Z_]+$/) });
    const isChanged = JSON.stringify(before) !== JSON.stringify(await stateOf(other, theirs));
    const isTold = entry.ownerGets !== undefined || namedIn(answer, other, theirs).length > 0;
    expect(isTold || isChanged, "a question that the owner may ask to some effect").toBe(true);
  };
  const ownersTitle = `${path} answers the other organisation's own people`;
  // Whoever only reads leaves the shared world to the next as it was.
  if (type === "mutation") test(ownersTitle, async ({ ofOwner }) => answersOwner(ofOwner));
  else test(ownersTitle, async ({ ofReaders }) => answersOwner(ofReaders));
}

test("a colleague of the same organisation gets neither the card nor the live line of somebody else's lookup", async ({
  ofReaders: { service, other, theirs },
}) => {
  const actor = await other.person("crew");
  const answers = procedures
    .filter(({ path }) => path === "lookup.card" || path === "lookup.live")
    .map((procedure) => ask({ procedure, service, actor, input: lookup(theirs) }));

  expect(await Promise.all(answers)).toEqual(["NOT_FOUND", []]);
});

interface Question {
  readonly procedure: Procedure;
  readonly service: TestService;
  readonly actor: PersonActor;
  readonly input: unknown;
}

/** The answer, or the code of the error that comes instead. */
function ask({ procedure, service, actor, input }: Question): Promise<unknown> {
  const ctx = { service, session: { state: "open", actor }, now } as const;
  return callProcedure(procedure, ctx, () => input).catch((error: unknown) =>
    error instanceof TRPCError ? error.code : error,
  );
}

/** Everything of the other organisation that an answer names. */
function namedIn(answer: unknown, { authority, trust }: World, theirs: FullWorld): readonly string[] {
  const text = JSON.stringify(answer ?? null);
  const theirOwn = [
    authority.id,
    authority.name,
    trust.id,
    trust.name,
    theirs.child.nhsNumber,
    theirs.child.subjectId,
  ];
  const people = [theirs.crew, theirs.duty, theirs.receiver, theirs.clinic.actor].flatMap(
    ({ personId, sessionId }) => [personId, sessionId],
  );
  const ids = [
    theirs.alertId,
    theirs.lookupId,
    theirs.miss.lookupId,
    theirs.clinic.silentLookupId,
    theirs.clinic.reportedLookupId,
    theirs.incidentId,
    theirs.handoverId,
    theirs.feedId,
    theirs.otherCareSettingId,
    theirs.webhookId,
  ];
  const setting = theirs.crew.careSettingId ?? "none";
  return [...theirOwn, ...people, ...ids, setting, theirs.subscription.endpoint].filter((own) =>
    text.includes(own),
  );
}

/** What a stranger must not have changed. */
async function stateOf(world: World, { otherCareSettingId }: FullWorld): Promise<unknown> {
  const [state] = await world.sql(
    `${rotaRows} select (select json_agg(e order by e.id) from alert_event e join alert on alert.id = alert_id
         where authority_id = $1) as events,
       (select json_agg(m order by m.id) from missed_appointment m where organisation_id = $2) as missed,
       (select json_agg(m order by m.id) from message m join alert on alert.id = alert_id
         where authority_id = $1) as messages,
       (select json_agg(d order by d.id) from device d where organisation_id = $1) as phones,
       (select json_agg(f order by f.id) from feed f where authority_id = $1) as feeds,
       (select json_agg(p order by p.id) from plan p where authority_id = $1) as plans,
       (select json_agg(b order by b.plan_id) from birth_question b where authority_id = $1) as births,
       (select json_agg(t order by t.id) from feed_token t where authority_id = $1) as tokens,
       (select json_agg(w order by w.id) from webhook w where authority_id = $1) as webhooks,
       (select json_agg(d order by d.id) from webhook_delivery d join webhook on webhook.id = webhook_id
         where authority_id = $1) as deliveries,
       (select json_agg(p order by p.id) from practice_run p where organisation_id = $2) as practice,
       (select json_agg(i order by i.id) from incident i where organisation_id = $2) as incidents,
       (select json_agg(u order by u.id) from unidentified u where organisation_id = $2) as unidentified,
       (select json_agg(l order by l.id) from lookup l where organisation_id = $2) as lookups,
       (select json_agg(h order by h.id) from card_handover h where organisation_id = $2) as handed,
       (select json_agg(a order by a.person_id) from card_addressee a join card_handover on id = handover_id
         where organisation_id = $2) as addressees,
       (select json_agg(c order by c.person_id) from crew_call_sign c where organisation_id = $2) as call_signs,
       (select json_agg(v order by v.id) from look_review v where organisation_id = $2) as reviews,
       (select json_agg(r order by r) from rota_rows r where host_id = $1) as rota,
       (select count(*)::int from session where care_setting_id = $3) as settled`,
    [world.authority.id, world.trust.id, otherCareSettingId],
  );
  return state;
}
