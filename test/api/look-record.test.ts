import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { flattenedVerify, importJWK } from "jose";
import { z } from "zod";
import { publicKeys } from "@/server/api/look-record/signature";
import { createCaller } from "@/server/api/root";
import { withWork } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { ExportForm } from "@/server/vocabulary/look-record";
import { test as base } from "@/test/support/database";
import { fillWorld, type FullWorld } from "@/test/support/make-full-world";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { readPdf } from "@/test/support/read-pdf";
import { testSigningKeys } from "@/test/support/test-signing-keys";

const now = new Date("2026-11-23T21:14:00Z");
const later = new Date("2026-12-01T09:00:00Z");

interface Given {
  readonly world: World;
  readonly service: TestService;
  readonly full: FullWorld;
  readonly officer: PersonActor;
  /** What the officer opened, and how each file of it is taken away. */
  readonly taken: Taken;
}

interface Taken {
  readonly json: Buffer;
  readonly signature: string;
  readonly sealed: string;
  readonly file: (form: ExportForm) => Promise<Buffer>;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  full: async ({ world, service }, use) => use(await fillWorld(world, service, now)),
  officer: async ({ world }, use) => use(await world.person("privacy-officer", "Owen Test")),
  taken: async ({ service, full, officer }, use) => {
    const caller = callerOf(service, officer);
    const { sealed } = await caller.looks.open({ nhsNumber: full.child.nhsNumber });
    const file = async (form: ExportForm) =>
      Buffer.from((await caller.looks.export({ sealed, form })).base64, "base64");
    await use({ json: await file("json"), signature: (await file("signature")).toString(), sealed, file });
  },
});

function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now: later });
}

/** A privacy officer of the authority, who works for it alone. */
async function councilOfficer(world: World): Promise<PersonActor> {
  return { ...(await world.person("authority-manager", "Carys Council")), role: "privacy-officer" };
}

test("a look is told with who, where, why and what was answered, and with who was told and what they did", async ({
  world,
  service,
  full,
  officer,
}) => {
  await callerOf(service, full.duty).alert.acknowledge({ alertId: full.alertId });

  const { record } = await callerOf(service, officer).looks.open({ nhsNumber: full.child.nhsNumber });

  expect(record.looks).toMatchObject([
    {
      at: now,
      who: { name: "Test crew", role: "crew", organisation: world.trust.name, setting: "Ambulance" },
      mode: "unscheduled",
      reason: null,
      numberSource: "typed",
      isOnCall: true,
      answer: "held",
      alerts: [record.alerts[0]?.reference],
    },
  ]);
  expect(record.alerts).toMatchObject([{ authority: world.authority.name, raisedAt: now }]);
  expect(record.alerts[0]?.told).toContainEqual(
    expect.objectContaining({ name: "Test duty-social-worker", channel: "push", purpose: "alert" }),
  );
  expect(record.alerts[0]?.done).toContainEqual(
    expect.objectContaining({ kind: "acknowledged", name: "Test duty-social-worker", at: later }),
  );
  expect(record).toMatchObject({
    nhsNumber: full.child.nhsNumber,
    organisation: { name: world.trust.name },
    openedAt: later,
    openedBy: "Owen Test",
  });
});

test("a look that found nothing is in the record too, and says that nobody was told", async ({
  service,
  full,
  officer,
}) => {
  const { record } = await callerOf(service, officer).looks.open({ nhsNumber: full.miss.nhsNumber });

  expect(record.looks).toMatchObject([{ answer: "none-held", alerts: [] }]);
  expect(record.alerts).toEqual([]);
});

test("opening is on record, and so is each file, with the digest of what was taken", async ({
  world,
  service,
  full,
  officer,
}) => {
  const caller = callerOf(service, officer);
  const { nhsNumber } = full.child;
  const first = await caller.looks.open({ nhsNumber });
  const file = await caller.looks.export({ sealed: first.sealed, form: "pdf" });
  const second = await caller.looks.open({ nhsNumber });

  expect(first.record.acts).toEqual([]);
  expect(second.record.acts).toMatchObject([
    { action: "looks:read", outcome: "done", who: { name: "Owen Test", role: "privacy-officer" } },
    { action: "looks:export", detail: expect.stringMatching(/^pdf, SHA-256 [0-9a-f]{64}$/) },
  ]);
  expect(file.fileName).toBe("who-looked.pdf");
  const rows = await world.sql("select action, nhs_number from audit where person_id = $1 order by id", [
    officer.personId,
  ]);
  expect(rows).toEqual(
    ["looks:read", "looks:export", "looks:read"].map((action) => ({ action, nhs_number: nhsNumber })),
  );
});

test("no name of a child and nothing that anybody wrote is in the record", async ({
  world,
  service,
  full,
  officer,
}) => {
  const duty = callerOf(service, full.duty);
  await duty.alert.acknowledge({ alertId: full.alertId });
  await duty.alert.close({
    alertId: full.alertId,
    outcome: "action-taken",
    detail: "Robin Example is with an aunt.",
  });

  const { record } = await callerOf(service, officer).looks.open({ nhsNumber: full.child.nhsNumber });

  expect(record.alerts[0]?.done.at(-1)).toMatchObject({
    kind: "closed",
    outcome: "action-taken",
    hasWords: true,
  });
  expect(JSON.stringify(record)).not.toMatch(/Robin|aunt/);
  expect(await world.sql("select 1 from subject where given_names = 'Robin'")).not.toEqual([]);
});

test("what others looked at is in nobody else's record, and the record says so", async ({
  database,
  service,
  full,
}) => {
  const other = await makeWorld(database, now);
  const stranger = await other.person("privacy-officer");

  const { record } = await callerOf(service, stranger).looks.open({ nhsNumber: full.child.nhsNumber });

  expect({ looks: record.looks, alerts: record.alerts, acts: record.acts }).toEqual({
    looks: [],
    alerts: [],
    acts: [],
  });
  expect(record.scope).toContain("Whether others looked as well is not in this record");
});

test("an authority's officer sees the looks that told the authority, and no other", async ({
  world,
  service,
  full,
}) => {
  const officer = callerOf(service, await councilOfficer(world));

  const told = await officer.looks.open({ nhsNumber: full.child.nhsNumber });
  const untold = await officer.looks.open({ nhsNumber: full.miss.nhsNumber });

  expect(told.record.looks).toMatchObject([{ who: { organisation: world.trust.name }, answer: "held" }]);
  expect(told.record.scope).toContain(`about which ${world.authority.name} was alerted`);
  expect(untold.record.looks).toEqual([]);
});

test("the database gives a privacy officer no other organisation's looks, whatever is asked of it", async ({
  database,
  service,
  full,
}) => {
  const other = await makeWorld(database, now);
  const actor = await other.person("privacy-officer");
  const { nhsNumber } = full.child;

  const seen = await withWork(
    service.database,
    { actor, now },
    ({ tx }) =>
      tx.$queryRaw`select (select count(*)::int from lookup where nhs_number = ${nhsNumber}) as lookups,
      (select count(*)::int from audit where nhs_number = ${nhsNumber}) as audits,
      (select count(*)::int from attendance where nhs_number = ${nhsNumber}) as attendances,
      (select count(*)::int from alert where id = ${full.alertId}::uuid) as alerts,
      (select count(*)::int from notice where alert_id = ${full.alertId}::uuid) as notices`,
  );

  expect(seen).toEqual([{ lookups: 0, audits: 0, attendances: 0, alerts: 0, notices: 0 }]);
});

test("a number that fails its check is refused, and not repeated on record", async ({
  world,
  service,
  officer,
}) => {
  await expect(callerOf(service, officer).looks.open({ nhsNumber: "999 000 0019" })).rejects.toThrow(
    "This number fails its check",
  );

  const rows = await world.sql("select action, outcome, nhs_number from audit where person_id = $1", [
    officer.personId,
  ]);
  expect(rows).toEqual([{ action: "looks:read", outcome: "refused", nhs_number: null }]);
});

test("the signature is over the very bytes of the file, and a changed byte breaks it", async ({
  full,
  taken,
}) => {
  const { json, signature } = taken;
  const [header = "", payload = "", end = ""] = signature.split(".");
  const { keys } = await publicKeys(testSigningKeys);
  const key = await importJWK(z.record(z.string(), z.string()).parse(keys[0]), "EdDSA");
  const check = (bytes: Buffer) =>
    flattenedVerify({ protected: header, payload: bytes.toString("base64url"), signature: end }, key);

  expect(payload).toBe("");
  expect(JSON.parse(json.toString())).toMatchObject({ nhsNumber: full.child.nhsNumber });
  await expect(check(json)).resolves.toBeDefined();
  const changed = Buffer.from(json);
  changed.writeUInt8((changed.at(100) ?? 0) ^ 1, 100);
  await expect(check(changed)).rejects.toThrow("signature verification failed");
  expect(JSON.stringify(keys)).not.toContain('"d"');
});

test("the command of the operations guide says whether a record is sound", async ({
  taken: { json, signature },
}) => {
  const place = (name: string) => base.info().outputPath(name);
  await writeFile(place("r.json"), json);
  await writeFile(place("r.jws"), signature);
  await writeFile(place("keys.json"), JSON.stringify(await publicKeys(testSigningKeys)));
  await writeFile(place("changed.json"), json.toString().replace("Test crew", "Test crow"));
  const run = (record: string) =>
    promisify(execFile)(process.execPath, [
      "docs/verify-record.mjs",
      ...[record, "r.jws", "keys.json"].map(place),
    ]);

  expect((await run("r.json")).stdout).toContain("Sound: these bytes were signed.");
  await expect(run("changed.json")).rejects.toMatchObject({ code: 1 });
});

test("paper holds the same, with digest and signature on its last page, and its title tells nothing", async ({
  taken: { json, signature, file },
}) => {
  const { title, isTagged, pages } = await readPdf(await file("pdf"));
  const text = pages.map((page) => page.text).join(" ");
  const last = (pages.at(-1)?.text ?? "").replaceAll(" ", "");

  expect({ title, isTagged }).toEqual({ title: "Who looked at one NHS number", isTagged: true });
  expect(text).toContain("Entry 1. 23 November 2026, 21:14: Test crew looked the number up");
  expect(text).toContain("Answered: A plan is held.");
  expect(text).toContain("Test duty-social-worker by phone or browser");
  expect(text).toContain("Whether others looked as well is not in this record");
  expect(last).toContain(createHash("sha256").update(json).digest("hex"));
  expect(last).toContain(signature);
  expect(text).not.toContain("Robin");
});

test("a record that was changed, or that another key signed, leaves as no file", async ({
  world,
  service,
  officer,
  taken: { sealed },
}) => {
  const [header = "", payload = "", end = ""] = sealed.split(".");
  const forged = Buffer.from(Buffer.from(payload, "base64url").toString().replace("crew", "crow"));
  const caller = callerOf(service, officer);

  for (const wrong of [`${header}.${forged.toString("base64url")}.${end}`, "a.b.c", ""]) {
    await expect(caller.looks.export({ sealed: wrong, form: "json" })).rejects.toThrow(
      "This record was changed or is not one of Lantern’s. Open it again.",
    );
  }
  const rows = await world.sql(
    "select count(*)::int as times from audit where person_id = $1 and action = 'looks:export' and outcome = 'refused'",
    [officer.personId],
  );
  expect(rows).toEqual([{ times: 3 }]);
});

test("a record that an older key signed is still good after the key was replaced", async ({
  database,
  officer,
  taken: { sealed },
}) => {
  const [old] = testSigningKeys.keys;
  const other = { kty: "OKP", crv: "Ed25519", d: "A".repeat(43), x: "A".repeat(43) };
  const { d: _secret, ...oldPublic } = old;
  const replaced = makeService(database.appUrl, {
    RECORD_SIGNING_KEYS: JSON.stringify({ keys: [other, oldPublic] }),
  });

  const file = await callerOf(replaced, officer).looks.export({ sealed, form: "json" });

  expect(file.fileName).toBe("who-looked.json");
  await replaced.stop();
});
