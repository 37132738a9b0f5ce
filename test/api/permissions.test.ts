import { expect } from "@playwright/test";
import { TRPCError } from "@trpc/server";
import { createContext, type Context } from "@/server/api/context";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo, roles } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { callProcedure, procedures, type Procedure } from "@/test/support/procedures";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly service: TestService;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
});

interface Tried {
  /** "OK" or the code of the error. */
  readonly code: string;
  readonly isInputRead: boolean;
}

/** Knocks with an input that no procedure could want. */
async function attempt(procedure: Procedure, ctx: Context): Promise<Tried> {
  let isInputRead = false;
  const readInput = () => {
    isInputRead = true;
    return { nonsense: true };
  };
  const code = await callProcedure(procedure, ctx, readInput).then(
    () => "OK",
    (error: unknown) => (error instanceof TRPCError ? error.code : "another error"),
  );
  return { code, isInputRead };
}

function auditOf(world: World, person: PersonActor) {
  return world.sql(
    `select action, outcome, organisation_id, role, count(*)::int as times from audit where person_id = $1
     group by action, outcome, organisation_id, role order by action`,
    [person.personId],
  );
}

/** One audit row of a refusal for each of these procedures, as `auditOf` gives them. */
function refusals(tried: readonly Procedure[], { organisationId, role }: PersonActor) {
  const actions = [...new Set(tried.map(({ permission }) => permission))].toSorted();
  return actions.map((action) => ({
    action,
    outcome: "refused",
    organisation_id: organisationId,
    role,
    times: tried.filter(({ permission }) => permission === action).length,
  }));
}

test("every procedure names the permission that it needs", () => {
  expect(procedures.filter(({ permission }) => permission === undefined)).toEqual([]);
  expect(procedures.length).toBeGreaterThan(10);
});

for (const role of roles) {
  const allowed = procedures.filter(({ permission }) => permission && mayDo(role, permission));
  const denied = procedures.filter((procedure) => !allowed.includes(procedure));

  test(`the role ${role} is refused the other ${denied.length} procedures before their input is read, on record`, async ({
    world,
    service,
  }) => {
    const actor = await world.person(role);
    const ctx: Context = { service, now, session: { state: "open", actor } };

    for (const procedure of denied) {
      expect(await attempt(procedure, ctx), procedure.path).toEqual({
        code: "FORBIDDEN",
        isInputRead: false,
      });
    }

    expect(denied.length).toBeGreaterThan(0);
    expect(await auditOf(world, actor)).toEqual(refusals(denied, actor));
  });

  test(`the role ${role} is let through to the ${allowed.length} that the table names`, async ({
    world,
    service,
  }) => {
    const actor = await world.person(role);
    const ctx: Context = { service, now, session: { state: "open", actor } };

    for (const procedure of allowed) {
      const { code } = await attempt(procedure, ctx);
      expect(["FORBIDDEN", "another error"], `${procedure.path}: ${code}`).not.toContain(code);
    }
    expect(allowed.length).toBeGreaterThan(0);
  });
}

test("nobody who is not signed in gets anything, and no input is read", async ({ service }) => {
  const ctx = await createContext(service, undefined, now);

  for (const procedure of procedures) {
    expect(await attempt(procedure, ctx), procedure.path).toEqual({
      code: "UNAUTHORIZED",
      isInputRead: false,
    });
  }
});

test("a session that never was is nobody", async ({ world, service }) => {
  const { sessionId } = await world.person("crew");
  await world.sql("delete from session where id = $1", [sessionId]);

  expect((await createContext(service, sessionId, now)).session).toEqual({ state: "unknown" });
});

const closed = [
  [
    "ended",
    "a session that was signed out",
    "ended_at = $2::timestamptz - interval '1 second', ended_by = 'signed-out'",
  ],
  [
    "idle",
    "a session that was left alone for too long",
    "last_seen_at = $2::timestamptz - make_interval(mins => idle_minutes)",
  ],
  ["expired", "a session that has had its time", "expires_at = $2"],
] as const;

for (const [state, title, change] of closed) {
  test(`${title} gets nothing from any procedure, on record`, async ({ world, service }) => {
    const actor = await world.person("crew");
    await world.sql(`update session set ${change} where id = $1 and $2::timestamptz is not null`, [
      actor.sessionId,
      now,
    ]);

    const ctx = await createContext(service, actor.sessionId, now);
    for (const procedure of procedures) {
      expect(await attempt(procedure, ctx), procedure.path).toEqual({
        code: "UNAUTHORIZED",
        isInputRead: false,
      });
    }

    expect(ctx.session.state).toBe(state);
    expect(await auditOf(world, actor)).toEqual(refusals(procedures, actor));
  });
}

test("a person who acts within the limits stays signed in, and the session notes when they were seen", async ({
  world,
  service,
}) => {
  const actor = await world.person("crew");
  const soon = new Date(now.getTime() + 59 * 60_000);

  const { session } = await createContext(service, actor.sessionId, soon);

  expect(session).toEqual({ state: "open", actor });
  expect(await world.sql("select last_seen_at from session where id = $1", [actor.sessionId])).toEqual([
    { last_seen_at: soon },
  ]);
});

test("whoever signs out during a call in the making is refused at the next one", async ({
  world,
  service,
}) => {
  const actor = await world.person("crew");
  const before = await createContext(service, actor.sessionId, now);
  await world.sql("update session set ended_at = $2, ended_by = 'back-channel' where id = $1", [
    actor.sessionId,
    now,
  ]);

  const after = await createContext(service, actor.sessionId, now);

  expect([before.session.state, after.session.state]).toEqual(["open", "ended"]);
});
