import { expect } from "@playwright/test";
import { downloadChronology } from "@/server/api/download-chronology";
import { cookieName } from "@/server/api/session-cookie";
import { sealSession } from "@/server/api/session-seal";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { roles } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/database";
import { makeAlert } from "@/test/support/make-alert";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { readPdf } from "@/test/support/read-pdf";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly service: TestService;
  readonly child: { readonly nhsNumber: NhsNumber; readonly subjectId: string };
  /** Asks for the file as a browser does, with whoever's session. */
  readonly download: (actor: PersonActor | undefined, asked?: Partial<Asked>) => Promise<Response>;
}

interface Asked {
  readonly subjectId: string;
  readonly query: string;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  child: async ({ world, service }, use) => {
    const child = await world.plan();
    const crew = await world.person("crew", "Sam Rider");
    await makeAlert(service, { crew, nhsNumber: child.nhsNumber, now });
    await use(child);
  },
  download: async ({ service, child }, use) =>
    use((actor, { subjectId = child.subjectId, query = "" } = {}) => {
      const { configuration } = service;
      const seal = actor && sealSession(actor.sessionId, configuration.NEXTAUTH_SECRET);
      const headers = seal === undefined ? {} : { cookie: `${cookieName("session", configuration)}=${seal}` };
      const address = `http://localhost:3000/api/chronologies/${subjectId}?${query}`;
      return downloadChronology(service, new Request(address, { headers }), { subjectId, now });
    }),
});

for (const role of ["duty-social-worker", "authority-manager"] as const) {
  test(`a ${role} takes the chronology away as a file that no cache keeps and whose name tells nothing`, async ({
    world,
    child,
    download,
  }) => {
    const actor = await world.person(role, "Łucja Hassan");

    const response = await download(actor, { query: "period=all&order=oldest" });

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="chronology-C-${child.subjectId.slice(-8).toUpperCase()}-2026-11-23.pdf"`,
      "content-type": "application/pdf",
    });
    const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
    const text = pages.map((page) => page.text).join(" ");
    expect(text).toContain("Chronology of Robin Example");
    expect(text).toContain(`Entry 1. 23 November 2026, 21:14: Ambulance, ${world.trust.name}`);
    expect(text).toContain("Printed 23 November 2026, 21:14 by Łucja Hassan, official-sensitive");
    expect(await auditOf(world, actor)).toEqual([
      { action: "chronology:read", outcome: "done", nhs_number: child.nhsNumber, form: "file" },
    ]);
  });
}

test("the period and the order are those of the address", async ({ world, service, child, download }) => {
  const actor = await world.person("duty-social-worker");
  const textWith = async (query: string) => {
    const response = await download(actor, { query });
    return (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages
      .map(({ text }) => text)
      .join(" ");
  };
  // Far enough apart not to be one alert.
  await world.sql("update alert set raised_at = raised_at - interval '2 days' where authority_id = $1", [
    world.authority.id,
  ]);
  const crew = await world.person("crew");
  const later = new Date(now.getTime() - 60_000);
  await makeAlert(service, { crew, nhsNumber: child.nhsNumber, now: later });

  const oldest = await textWith("period=all&order=oldest");
  const newest = await textWith("period=all&order=newest");

  expect(oldest.indexOf("Entry 1.")).toBeLessThan(oldest.indexOf("Entry 2."));
  expect(newest.indexOf("Entry 2.")).toBeLessThan(newest.indexOf("Entry 1."));
  expect(await textWith("from=1/11/2026&to=2/11/2026")).toContain("Entries: 0.");
});

test("another authority's people are told that there is no such child, and it is on record", async ({
  database,
  download,
}) => {
  const other = await makeWorld(database, now);
  const stranger = await other.person("authority-manager");

  const response = await download(stranger);

  expect([response.status, await response.text()]).toEqual([
    404,
    "There is no such child among those of your authorities.",
  ]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await auditOf(other, stranger)).toMatchObject([{ outcome: "refused", nhs_number: null }]);
});

for (const role of roles.filter((one) => one !== "duty-social-worker" && one !== "authority-manager")) {
  test(`a ${role} is refused, on record`, async ({ world, download }) => {
    const actor = await world.person(role);

    const response = await download(actor);

    expect([response.status, await response.text()]).toEqual([403, "Your role does not allow this."]);
    expect(await auditOf(world, actor)).toMatchObject([{ action: "chronology:read", outcome: "refused" }]);
  });
}

test("nobody who is not signed in gets anything", async ({ download }) => {
  const response = await download(undefined);

  expect(response.status).toBe(401);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("dates that cannot be read are answered in words, and nothing is read", async ({ world, download }) => {
  const actor = await world.person("duty-social-worker");

  const response = await download(actor, { query: "from=31/2/2026&to=1/3/2026" });

  expect([response.status, await response.text()]).toEqual([
    400,
    "Enter the first day as a date, such as 24/8/2026.",
  ]);
  expect((await download(actor, { subjectId: "9990000018" })).status).toBe(404);
  expect(await auditOf(world, actor)).toEqual([]);
});

function auditOf(world: World, { personId }: PersonActor) {
  return world.sql(
    `select action, outcome, nhs_number, split_part(detail, ',', 1) as form from audit where person_id = $1`,
    [personId],
  );
}
