import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { beginLaunch, goOnWithLaunch } from "@/server/api/launch/begin-launch";
import { launchOf } from "@/server/api/launch/launch-cookie";
import { sealSession } from "@/server/api/session-seal";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { startRecordSystem, type StandInRecordSystem } from "@/server/demo/record-system/start";
import type { PersonActor } from "@/server/vocabulary/actor";
import { callOverHttp } from "@/test/support/call-over-http";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const wren: StandInPatient = {
  nhsNumber: "9990000018",
  names: [{ familyName: "Quillworth", givenNames: ["Wren", "Ada"] }],
  dateOfBirth: "2019-05-04",
};
const found = {
  kind: "number",
  nhsNumber: "9990000018",
  says: { familyName: "Quillworth", givenName: "Wren Ada", dateOfBirth: "2019-05-04" },
};

interface Given {
  readonly records: StandInRecordSystem;
  readonly world: World;
  readonly service: TestService;
  readonly crew: PersonActor;
}

const test = base.extend<Given>({
  records: async ({}, use) => {
    const patients = () => Promise.resolve([wren]);
    const records = await startRecordSystem({ port: 0, origin: "http://localhost:3000", patients });
    await use(records);
    await records.stop();
  },
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database, records }, use) => {
    const service = makeService(database.appUrl, records.settings);
    await use(service);
    await service.stop();
  },
  crew: async ({ world }, use) => use(await world.person("crew")),
});

/** What the browser has of us, as it comes back. */
function cookieIn(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

function get(address: string, cookies: readonly string[] = []): Request {
  return new Request(new URL(address, "http://localhost:3000"), { headers: { cookie: cookies.join("; ") } });
}

/** What the record system's first call leaves: a cookie, and where to go on. */
function begin(service: TestService, address: string) {
  const response = beginLaunch(service, get(address), now);
  return { kept: cookieIn(response), next: response.headers.get("location") ?? "" };
}

interface Visit {
  readonly service: TestService;
  readonly crew: PersonActor;
}

/** From the record to where the record system sends the browser back: what it says, and the launch's cookie. */
async function launch({ service, crew }: Visit, address: string) {
  const { kept, next } = begin(service, address);
  const session = `lantern.session=${sealSession(crew.sessionId, service.configuration.NEXTAUTH_SECRET)}`;
  const start = await goOnWithLaunch(service, get(next, [kept, session]), now);
  const asked = start.headers.get("location") ?? "";
  const back = await fetch(asked, { redirect: "manual" });
  const answer = new URL(back.headers.get("location") ?? "http://localhost/").search.slice(1);
  return { kept, asked, answer };
}

interface WayBack {
  readonly kept: string;
  readonly answer: string;
  readonly at?: Date;
}

async function open({ service, crew }: Visit, { kept, answer, at = now }: WayBack) {
  const inBrowser = launchOf(new Headers({ cookie: kept }), service.configuration, at);
  const { status, text, error } = await callOverHttp("person.inRecord", { answer }, () => ({
    service,
    now: at,
    session: { state: "open", actor: crew },
    launch: inBrowser,
  }));
  const body = JSON.parse(text) as { result?: { data: { json: unknown } } };
  return {
    status,
    found: body.result?.data.json,
    words: (error as { message?: string } | undefined)?.message,
  };
}

test("opened beside a patient, Lantern takes over the number and what the record says", async ({
  service,
  crew,
  records,
  world,
}) => {
  const visit = { service, crew };
  const { kept, asked, answer } = await launch(visit, records.launch("9990000018"));

  const query = new URL(asked).searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    aud: records.iss,
    scope: "launch patient/Patient.r",
    code_challenge_method: "S256",
    redirect_uri: "http://localhost:3000/check/record",
  });
  expect(decodeURIComponent(kept)).not.toContain('launch":');
  expect(await open(visit, { kept, answer })).toEqual({ status: 200, found, words: undefined });
  // The right was good once; and taking a number over is no look.
  expect(await open(visit, { kept, answer })).toMatchObject({
    status: 503,
    words: /did not say which patient/,
  });
  expect(await world.sql("select from lookup where person_id = $1", [crew.personId])).toEqual([]);
});

test("whoever is not signed in, or has not said where they work, does so first and comes back", async ({
  service,
  crew,
  records,
  world,
}) => {
  const { kept, next } = begin(service, records.launch("9990000018"));
  const whereTo = async (cookies: readonly string[]) =>
    (await goOnWithLaunch(service, get(next, cookies), now)).headers.get("location");
  const session = `lantern.session=${sealSession(crew.sessionId, service.configuration.NEXTAUTH_SECRET)}`;

  expect(await whereTo([kept])).toBe(`/sign-in?next=${encodeURIComponent(next)}`);
  await world.sql("update session set care_setting_id = null where id = $1", [crew.sessionId]);
  expect(await whereTo([kept, session])).toBe(`/setting?next=${encodeURIComponent(next)}`);
});

test("what is no launch of a system that is set up ends at the number pad with words", async ({
  service,
  records,
}) => {
  const begun = (address: string) => beginLaunch(service, get(address), now).headers.get("location");
  for (const [title, address, problem] of [
    ["another system", "/launch?iss=https://elsewhere.example/fhir&launch=1", "unknown-system"],
    ["no system", "/launch?launch=1", "unknown-system"],
    ["no launch", `/launch?iss=${records.iss}`, "not-launched"],
    ["an endless launch", `/launch?iss=${records.iss}&launch=${"x".repeat(2_001)}`, "not-launched"],
  ] as const)
    expect.soft(begun(address), title).toBe(`/check/record?problem=${problem}`);

  const { kept, next } = begin(service, records.launch("9990000018"));
  const other = begin(service, records.launch("9990000018"));
  const whereTo = async (address: string, cookie: string, at = now) =>
    (await goOnWithLaunch(service, get(address, [cookie]), at)).headers.get("location");
  const over = "/check/record?problem=not-launched";
  expect(await whereTo(next, kept, later(11))).toBe(over);
  expect(await whereTo(next, `${kept.slice(0, -4)}AAAA`)).toBe(over);
  expect(await whereTo(next, "")).toBe(over);
  // Another one was begun in another window while this one waited for somebody to sign in.
  const mistaken = await goOnWithLaunch(service, get(next, [other.kept]), now);
  expect(mistaken.headers.get("location")).toBe(over);
  // …and that one goes on by itself.
  expect(mistaken.headers.get("set-cookie")).toBeNull();
  expect(await whereTo(other.next, other.kept)).toMatch(/^\/sign-in/);
  expect(await whereTo("/launch/start", kept)).toBe(over);
  // What was begun before is over with it.
  const refused = beginLaunch(
    service,
    get("/launch?iss=https://elsewhere.example/fhir&launch=1", [kept]),
    now,
  );
  expect(refused.headers.get("set-cookie")).toMatch(/^lantern\.launch=;.*Max-Age=0/);
});

test("a way back that does not belong to this browser's launch gives no patient", async ({
  service,
  crew,
  records,
}) => {
  const visit = { service, crew };
  const first = await launch(visit, records.launch("9990000018"));
  const second = await launch(visit, records.launch("9990000018"));

  // Two records in two tabs: the older one is not taken for the newer.
  expect(await open(visit, { ...first, kept: second.kept })).toMatchObject({ status: 503, found: undefined });
  expect(await open(visit, { ...first, kept: "" })).toMatchObject({ status: 409, words: /too long ago/ });
  expect(await open(visit, { ...first, at: later(11) })).toMatchObject({ status: 409 });
  expect(await open(visit, { ...first, answer: "" })).toMatchObject({ status: 503 });
  const { state } = launchOf(new Headers({ cookie: first.kept }), service.configuration, now) ?? {};
  const refused = `error=access_denied&state=${state ?? ""}`;
  expect(await open(visit, { ...first, answer: refused })).toMatchObject({
    status: 409,
    words: /did not let Lantern/,
  });
});

test("a record that names nobody clearly gives no number, and says why", async ({
  service,
  crew,
  records,
}) => {
  const visit = { service, crew };
  for (const [title, change, status, words] of [
    ["no number", (one: object) => ({ ...one, identifier: [] }), 400, /no NHS number/],
    ["another patient", (one: object) => ({ ...one, id: "record-7" }), 400, /another patient/],
    ["not a patient", () => ({ resourceType: "OperationOutcome" }), 400, /did not send the patient/],
    ["an empty page", () => undefined, 503, /did not say which patient/],
  ] as const) {
    records.tell(change);
    const { kept, answer } = await launch(visit, records.launch("9990000018"));
    expect
      .soft(await open(visit, { kept, answer }), title)
      .toMatchObject({ status, words, found: undefined });
  }
  // Of a record without a name the number is taken, to be compared.
  records.tell((one) => ({ ...one, name: "Wren", birthDate: 7 }));
  const { kept, answer } = await launch(visit, records.launch("9990000018"));
  expect((await open(visit, { kept, answer })).found).toMatchObject({ nhsNumber: "9990000018", says: {} });
});

test("a record system that is away, or signs people in elsewhere, is not waited for and not trusted", async ({
  database,
  crew,
}) => {
  const address = { current: "" };
  const server = createServer((_request, response) => {
    const endpoint = "https://elsewhere.example/authorize";
    const body = { authorization_endpoint: endpoint, token_endpoint: `${address.current}/token` };
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = (server.address() as { port: number }).port;
  address.current = `http://localhost:${String(port)}`;
  const systems = [
    { iss: `${address.current}/fhir`, clientId: "lantern" },
    { iss: "http://127.0.0.1:1/fhir", clientId: "lantern" },
  ];
  const service = makeService(database.appUrl, { RECORD_SYSTEMS: JSON.stringify(systems) });

  for (const { iss } of systems) {
    const { kept, next } = begin(service, `/launch?iss=${iss}&launch=1`);
    const session = `lantern.session=${sealSession(crew.sessionId, service.configuration.NEXTAUTH_SECRET)}`;
    const gone = await goOnWithLaunch(service, get(next, [kept, session]), now);
    expect.soft(gone.headers.get("location"), iss).toBe("/check/record?problem=no-answer");
  }
  await service.stop();
  server.close();
});

test("a launch opens nothing for a role that does not look children up", async ({
  service,
  world,
  records,
  crew,
}) => {
  const { kept, answer } = await launch({ service, crew }, records.launch("9990000018"));
  const duty = await world.person("duty-social-worker");

  expect(await open({ service, crew: duty }, { kept, answer })).toMatchObject({ status: 403 });
});
