import { expect } from "@playwright/test";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { chooseCareSetting } from "@/server/domain/access/choose-care-setting";
import { closeSession } from "@/server/domain/access/close-session";
import { closeSessionsOfIssuer } from "@/server/domain/access/close-sessions-of-issuer";
import { findSessionActor } from "@/server/domain/access/find-session-actor";
import { listCareSettings } from "@/server/domain/access/list-care-settings";
import { openSession } from "@/server/domain/access/open-session";
import { systemActor } from "@/server/vocabulary/actor";
import type { ClaimedIdentity } from "@/server/vocabulary/claims";
import type { SessionId } from "@/server/vocabulary/ids";
import { test as base } from "@/test/support/database";
import { makeWorld, type World } from "@/test/support/make-world";

const openedAt = new Date("2026-11-23T08:00:00Z");
const limits = {
  SESSION_IDLE_MINUTES_HEALTH: 30,
  SESSION_IDLE_MINUTES_AUTHORITY: 60,
  SESSION_ABSOLUTE_MINUTES: 720,
};
const after = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);

interface Access {
  readonly world: World;
  /** Opens a session at 08:00 for somebody new of the world's trust or authority. */
  open(kind: "health" | "authority", change?: Partial<ClaimedIdentity>): Promise<SessionId>;
  stateAt(session: SessionId, minutes: number): Promise<string>;
  /** Runs a use case as whoever stands behind the session. */
  as<Result>(session: SessionId, useCase: Parameters<typeof withWork<Result>>[2]): Promise<Result>;
  asSignIn<Result>(useCase: Parameters<typeof withWork<Result>>[2]): Promise<Result>;
}

const test = base.extend<{ readonly access: Access }>({
  access: async ({ database }, use) => {
    const pool = connectDatabase({ url: database.appUrl, connections: 2 });
    const world = await makeWorld(database, openedAt);
    const asSignIn: Access["asSignIn"] = (useCase) =>
      withWork(pool, { actor: systemActor("sign-in"), now: openedAt }, useCase);

    await use({
      world,
      asSignIn,
      async open(kind, change = {}) {
        const identity = { ...(await identityOf(world, kind)), ...change };
        const opened = await asSignIn((work) =>
          openSession(work, { claims: { kind: "known", identity }, limits }),
        );
        if (opened.kind === "refused") throw new Error(opened.reason);
        return opened.sessionId;
      },
      stateAt: async (session, minutes) => (await findSessionActor(pool, session, after(minutes))).state,
      async as(session, useCase) {
        const found = await findSessionActor(pool, session, openedAt);
        if (found.state === "unknown") throw new Error("no such session");
        return withWork(pool, { actor: found.actor, now: after(1) }, useCase);
      },
    });
    await pool.$disconnect();
  },
});

async function identityOf(world: World, kind: "health" | "authority"): Promise<ClaimedIdentity> {
  const organisation = kind === "health" ? world.trust : world.authority;
  const [row] = await world.sql("select code from organisation where id = $1", [organisation.id]);
  return {
    issuer: kind === "health" ? "care-identity" : "council",
    subject: `subject of ${organisation.id}`,
    name: "Robin Example",
    role: kind === "health" ? "crew" : "duty-social-worker",
    organisationCode: String(row?.["code"]),
    organisationKind: kind,
    assurance: "AAL3_FIDO2",
    issuerSessionId: `issuer session of ${organisation.id}`,
  };
}

test("a health session is open for 30 minutes without a call, an authority's for 60", async ({ access }) => {
  const health = await access.open("health");
  const authority = await access.open("authority");

  expect(await access.stateAt(health, 29.9)).toBe("open");
  expect(await access.stateAt(authority, 59.9)).toBe("open");

  const idleHealth = await access.open("health");
  const idleAuthority = await access.open("authority");
  expect(await access.stateAt(idleHealth, 30)).toBe("idle");
  expect(await access.stateAt(idleAuthority, 60)).toBe("idle");
});

test("every call prolongs a session, and an idle one stays idle however often it is tried", async ({
  access,
}) => {
  const session = await access.open("health");

  for (const minutes of [25, 50, 75]) expect(await access.stateAt(session, minutes)).toBe("open");

  expect(await access.stateAt(session, 106)).toBe("idle");
  expect(await access.stateAt(session, 107)).toBe("idle");
});

test("no call prolongs a session beyond 12 hours", async ({ access }) => {
  const session = await access.open("health");

  for (let minutes = 20; minutes < 720; minutes += 20)
    expect(await access.stateAt(session, minutes)).toBe("open");

  expect(await access.stateAt(session, 719.9)).toBe("open");
  expect(await access.stateAt(session, 720)).toBe("expired");
});

test("sign-out ends a session at once and for good, and signing out twice is no fault", async ({
  access,
}) => {
  const session = await access.open("health");
  const other = await access.open("health");

  await access.as(session, closeSession);
  await access.as(session, closeSession);

  expect(await access.stateAt(session, 1)).toBe("ended");
  expect(await access.stateAt(other, 1)).toBe("open");
  const rows = await access.world.sql(
    "select outcome, detail, actor_name from audit where action = 'session:close' and concerns = $1",
    [session],
  );
  expect(rows).toEqual([{ outcome: "done", detail: "signed-out", actor_name: "Robin Example" }]);
});

test("an issuer ends the session it names, or all of a person, but none that was opened later", async ({
  access,
}) => {
  const subject = `one of ${access.world.trust.id}`;
  const phone = await access.open("health", { subject, issuerSessionId: `${subject} phone` });
  const laptop = await access.open("health", { subject, issuerSessionId: `${subject} laptop` });
  const close = (issuerSessionId: string | undefined, saidAt: Date) =>
    access.asSignIn((work) =>
      closeSessionsOfIssuer(work, { issuer: "care-identity", issuerSessionId, subject, saidAt }),
    );

  expect(await close(`${subject} phone`, after(-1))).toBe(0);
  expect(await close(`${subject} phone`, after(1))).toBe(1);
  expect([await access.stateAt(phone, 1), await access.stateAt(laptop, 1)]).toEqual(["ended", "open"]);

  expect(await close(undefined, after(1))).toBe(1);
  expect(await access.stateAt(laptop, 1)).toBe("ended");
});

test("an issuer cannot end sessions of the other issuer", async ({ access }) => {
  const issuerSessionId = `shared ${access.world.trust.id}`;
  const session = await access.open("health", { issuerSessionId });

  const count = await access.asSignIn((work) =>
    closeSessionsOfIssuer(work, { issuer: "council", issuerSessionId, subject: undefined, saidAt: after(1) }),
  );

  expect(count).toBe(0);
  expect(await access.stateAt(session, 1)).toBe("open");
});

test("somebody who signs in again is the same person, with the name and roles of today", async ({
  access,
}) => {
  const first = await access.open("health");
  const second = await access.open("health", { name: "Robin Married", role: "control-room" });

  const people = await access.world.sql("select person_id from session where id in ($1, $2)", [
    first,
    second,
  ]);
  expect(people[0]).toEqual(people[1]);
  const roles = await access.world.sql(
    "select p.name, r.role from role_assignment r join person p on p.id = r.person_id where r.person_id = $1 order by r.role",
    [people[0]?.["person_id"]],
  );
  expect(roles).toEqual([
    { name: "Robin Married", role: "control-room" },
    { name: "Robin Married", role: "crew" },
  ]);
});

test("a role that the issuer does not give any more is lost at the next sign-in, wherever it is still open", async ({
  access,
}) => {
  const [manager, other] = [
    await access.open("authority", { role: "authority-manager" }),
    await access.open("authority", { role: "authority-manager", subject: "somebody else" }),
  ];
  const again = await access.open("authority", { role: "authority-manager" });
  expect(await access.stateAt(manager, 1)).toBe("open");

  const duty = await access.open("authority", { role: "duty-social-worker" });

  expect(await Promise.all([manager, again].map((session) => access.stateAt(session, 1)))).toEqual([
    "ended",
    "ended",
  ]);
  expect(await Promise.all([duty, other].map((session) => access.stateAt(session, 1)))).toEqual([
    "open",
    "open",
  ]);
  const audit = await access.world.sql(
    "select role, detail from audit where action = 'session:close' and organisation_id = $1",
    [access.world.authority.id],
  );
  expect(audit).toEqual([
    { role: "authority-manager", detail: "replaced" },
    { role: "authority-manager", detail: "replaced" },
  ]);
});

test("a person chooses among the settings of their own organisation, and no others", async ({
  access,
  database,
}) => {
  const elsewhere = await makeWorld(database, openedAt);
  const session = await access.open("health");

  expect(await access.as(session, listCareSettings)).toEqual([
    { id: access.world.careSetting.id, name: "Ambulance", kind: "ambulance" },
  ]);
  await access.as(session, (work) => chooseCareSetting(work, access.world.careSetting.id));
  await expect(
    access.as(session, (work) => chooseCareSetting(work, elsewhere.careSetting.id)),
  ).rejects.toThrow("There is no such setting in your organisation.");

  const chosen = await access.world.sql("select care_setting_id from session where id = $1", [session]);
  expect(chosen).toEqual([{ care_setting_id: access.world.careSetting.id }]);
});

test("nobody reads or changes the session of somebody else", async ({ access }) => {
  const own = await access.open("health");
  const other = await access.open("authority");

  const seen = await access.as(own, (work) => work.tx.session.findMany({ select: { id: true } }));
  const changed = await access.as(own, (work) =>
    work.tx.session.updateMany({ where: { id: other }, data: { endedBy: "me" } }),
  );

  expect(seen).toContainEqual({ id: own });
  expect(seen).not.toContainEqual({ id: other });
  expect(changed.count).toBe(0);
});
