import { expect } from "@playwright/test";
import { TRPCError } from "@trpc/server";
import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo, roles } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/database";
import { makeFeedFile, makeFeedRow } from "@/test/support/make-feed";
import { fillWorld, makeSubscription, type FullWorld } from "@/test/support/make-full-world";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { callProcedure, procedures, type Procedure } from "@/test/support/procedures";

// Live procedures look at the real clock: sessions that are dated far ahead are open whenever this test runs.
const now = new Date("2099-11-23T21:14:00Z");
const authorityCode = "E99000001";

interface Entry {
  /** The input, made with the ids of the other organisation. */
  readonly input?: (theirs: FullWorld) => unknown;
  /** What a stranger gets: the code of an error, or an answer. Whatever it is, nothing of theirs may be in it. */
  readonly gets: unknown;
  /** Who of the other organisation gets an answer to the same question, if not anybody with the permission. */
  readonly owner?: (theirs: FullWorld) => PersonActor;
  /** What the owner gets, where the answer names nothing of theirs and changes nothing. */
  readonly ownerGets?: unknown;
}

const alert = ({ alertId }: FullWorld) => ({ alertId });
const lookup = ({ lookupId }: FullWorld) => ({ lookupId });
const list = ({ feedId }: FullWorld) => ({ feedId });
const reviewed = ({ reviewFeedId: feedId }: FullWorld) => ({ feedId, version: 0 });
const aPlan = () => makeFeedRow({ date_of_birth: "2090-01-01", start_date: "2099-01-05" });
const askedMiss = ({ miss: { nhsNumber, requestId } }: FullWorld) => ({ nhsNumber, requestId });
const crew = (theirs: FullWorld) => theirs.crew;
const duty = (theirs: FullWorld) => theirs.duty;
const anything: unknown = expect.anything();
const aText: unknown = expect.any(String);
const week = { from: "2099-11-17", to: "2099-11-23" };

/** Every procedure, and what it is asked with the ids of another organisation. */
const entries: Readonly<Record<string, Entry>> = {
  "alert.list": { gets: [] },
  "alert.read": { input: alert, gets: "NOT_FOUND" },
  "alert.acknowledge": { input: alert, gets: "NOT_FOUND" },
  "alert.live": { input: alert, gets: { eventCount: 0 }, ownerGets: { eventCount: 1 } },
  "alert.waiting": { gets: { waiting: 0, lastEventAt: null }, ownerGets: { waiting: 1 } },
  "alert.liveList": { gets: { waiting: 0, lastEventAt: null }, ownerGets: { waiting: 1 } },
  "audit.search": { input: ({ child: { nhsNumber } }) => ({ ...week, nhsNumber }), gets: { rows: [] } },
  "chronology.read": {
    input: ({ child: { subjectId } }) => ({ subjectId, period: "all" }),
    gets: "NOT_FOUND",
  },
  "device.key": { gets: aText, ownerGets: aText },
  // Their own push address is no id to be tried: whoever can name it holds the phone, which then is theirs by design.
  "device.keep": { input: makeSubscription, gets: { deviceId: aText } },
  "device.retire": {
    input: ({ subscription: { endpoint } }) => ({ endpoint }),
    gets: undefined,
    owner: duty,
  },
  "feed.overview": { input: () => ({ most: 60 }), gets: { feeds: [] } },
  "feed.report": { input: list, gets: "NOT_FOUND" },
  "feed.progress": { input: list, gets: "NOT_FOUND", ownerGets: { state: "applied" } },
  "feed.confirm": { input: reviewed, gets: "NOT_FOUND" },
  "feed.discard": { input: reviewed, gets: "NOT_FOUND" },
  "feed.showUndo": { input: list, gets: "NOT_FOUND", ownerGets: { withdrawn: 0, version: 0 } },
  "feed.undo": { input: ({ feedId }) => ({ feedId, version: 0 }), gets: "NOT_FOUND" },
  "feed.settleMissing": {
    input: ({ feedId, planId }) => ({ feedId, planIds: [planId], decision: "keep" }),
    gets: "NOT_FOUND",
  },
  // Whoever tells a plan tells it for their own authority: there is no id of others to be tried.
  "feed.tellPlan": { input: aPlan, gets: { ok: true } },
  "feed.quality": { gets: { open: [], fixed: [], newest: null } },
  "feed.corrected": { input: list, gets: "NOT_FOUND", ownerGets: { fileName: aText } },
  // Nobody of theirs was born.
  "feed.births": { gets: [], ownerGets: [] },
  "feed.answerBirth": {
    input: ({ planId }) => ({ planId, answer: { kind: "not-born" } }),
    gets: "NOT_FOUND",
  },
  "feed.toldPlan": { input: ({ toldFeedId: feedId }) => ({ feedId }), gets: "NOT_FOUND" },
  "feed.send": {
    input: () => ({ fileName: `${authorityCode}_2000000001.csv`, bytes: makeFeedFile([{}]) }),
    gets: "FORBIDDEN",
  },
  "feedToken.list": { gets: [] },
  "feedToken.door": { gets: aText, ownerGets: aText },
  // A new token is one's own authority's: there is no id of others to be tried.
  "feedToken.issue": { input: () => ({ label: "Night export" }), gets: { token: aText } },
  "feedToken.rotate": { input: ({ tokenId }) => ({ tokenId, overlapDays: 1 }), gets: "NOT_FOUND" },
  "feedToken.revoke": { input: ({ tokenId }) => ({ tokenId }), gets: "NOT_FOUND" },
  "insight.figures": { input: () => ({ period: { days: 7 } }), gets: anything },
  "insight.rows": {
    input: ({ crew: { careSettingId } }) => ({
      measure: "lookups",
      period: { days: 7 },
      groupId: careSettingId,
    }),
    gets: { rows: [] },
  },
  // Anybody in health may ask about any child: what must not come back is the other person's lookup.
  "lookup.child": { input: askedMiss, gets: { answer: "none-held" }, owner: crew },
  "lookup.childSilently": {
    input: askedMiss,
    gets: { answer: "none-held" },
    ownerGets: { answer: "none-held" },
  },
  "lookup.card": { input: lookup, gets: "NOT_FOUND", owner: crew },
  "lookup.live": { input: lookup, gets: [], owner: crew },
  "session.me": { gets: anything },
  "session.settings": { gets: anything },
  "session.chooseSetting": {
    input: ({ otherCareSettingId: careSettingId }) => ({ careSettingId }),
    gets: "NOT_FOUND",
  },
};

interface Worlds {
  readonly service: TestService;
  readonly world: World;
  readonly other: World;
  readonly theirs: FullWorld;
}

/** A world for the stranger and a full one of others. Strangers change nothing, so they can share them. */
const test = base.extend<{ readonly ofOwner: Worlds }, { readonly ofStrangers: Worlds }>({
  ofStrangers: [async ({ database }, use) => lendWorlds(database, use), { scope: "worker" }],
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
  const { path, permission } = procedure;
  const entry: Entry = entries[path] ?? { gets: "an entry in the table" };
  // The operator counts the whole service, and belongs to no organisation that could be the other one.
  const asking = roles.filter((role) => role !== "operator" && permission && mayDo(role, permission));

  for (const role of asking) {
    test(`${path} gives the role ${role} nothing of another organisation`, async ({ ofStrangers }) => {
      const { service, world, other, theirs } = ofStrangers;
      const actor = await world.person(role);
      const before = await stateOf(other, theirs);

      const answer = await ask({ procedure, service, actor, input: entry.input?.(theirs) });

      expect({ answer }).toMatchObject({ answer: entry.gets });
      expect(namedIn(answer, other, theirs)).toEqual([]);
      expect(await stateOf(other, theirs)).toEqual(before);
    });
  }

  test(`${path} answers the other organisation's own people`, async ({
    ofOwner: { service, other, theirs },
  }) => {
    const [role = "crew"] = asking;
    const actor = entry.owner?.(theirs) ?? (await other.person(role));
    const before = await stateOf(other, theirs);

    const answer = await ask({ procedure, service, actor, input: entry.input?.(theirs) });

    expect({ answer }).toMatchObject({ answer: entry.ownerGets ?? expect.not.stringMatching(/^[A-Z_]+$/) });
    const isChanged = JSON.stringify(before) !== JSON.stringify(await stateOf(other, theirs));
    const isTold = entry.ownerGets !== undefined || namedIn(answer, other, theirs).length > 0;
    expect(isTold || isChanged, "a question that the owner may ask to some effect").toBe(true);
  });
}

test("a colleague of the same organisation gets neither the card nor the live line of somebody else's lookup", async ({
  ofStrangers: { service, other, theirs },
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
  const people = [theirs.crew, theirs.duty].flatMap(({ personId, sessionId }) => [personId, sessionId]);
  const ids = [
    theirs.alertId,
    theirs.lookupId,
    theirs.miss.lookupId,
    theirs.feedId,
    theirs.otherCareSettingId,
  ];
  const setting = theirs.crew.careSettingId ?? "none";
  return [...theirOwn, ...people, ...ids, setting, theirs.subscription.endpoint].filter((own) =>
    text.includes(own),
  );
}

/** What a stranger must not have changed. */
async function stateOf(world: World, { otherCareSettingId }: FullWorld): Promise<unknown> {
  const [state] = await world.sql(
    `select (select json_agg(e order by e.id) from alert_event e join alert on alert.id = alert_id
         where authority_id = $1) as events,
       (select json_agg(d order by d.id) from device d where organisation_id = $1) as phones,
       (select json_agg(f order by f.id) from feed f where authority_id = $1) as feeds,
       (select json_agg(p order by p.id) from plan p where authority_id = $1) as plans,
       (select json_agg(b order by b.plan_id) from birth_question b where authority_id = $1) as births,
       (select json_agg(t order by t.id) from feed_token t where authority_id = $1) as tokens,
       (select json_agg(l order by l.id) from lookup l where organisation_id = $2) as lookups,
       (select count(*)::int from session where care_setting_id = $3) as settled`,
    [world.authority.id, world.trust.id, otherCareSettingId],
  );
  return state;
}
