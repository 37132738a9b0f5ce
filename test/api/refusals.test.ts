import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Context } from "@/server/api/context";
import type { PersonActor } from "@/server/vocabulary/actor";
import { callOverHttp, type HttpAnswer } from "@/test/support/call-over-http";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeNhsNumber, makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly service: TestService;
  readonly crew: PersonActor;
  /** Looks a child up over HTTP, as the phone does. */
  readonly lookUp: (input: object, at?: Date) => Promise<HttpAnswer>;
  readonly call: (actor: PersonActor, path: string, input: unknown) => Promise<HttpAnswer>;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl, { LOOKUPS_PER_MINUTE: "3" });
    await use(service);
    await service.stop();
  },
  crew: async ({ world }, use) => use(await world.person("crew")),
  lookUp: async ({ service, crew }, use) =>
    use((input, at = now) => {
      const ctx: Context = { service, now: at, session: { state: "open", actor: crew } };
      return callOverHttp("lookup.child", { requestId: randomUUID(), ...input }, () => ctx);
    }),
  call: async ({ service }, use) =>
    use((actor, path, input) =>
      callOverHttp(path, input, () => ({ service, now, session: { state: "open", actor } })),
    ),
});

const nhsNumber = "9990000018";
const refusedInputs = [
  ["a number with a wrong digit", { nhsNumber: "9990000019" }, "This number fails its check"],
  ["a number that is too short", { nhsNumber: "999 000 001" }, "10 digits needed, 9 so far."],
  ["a number with letters", { nhsNumber: "999000001O" }, "An NHS number has digits only."],
  ["no number", { nhsNumber: "" }, "Enter the 10 digits of the NHS number."],
  [
    "a Scottish number",
    { nhsNumber: "0101701233" },
    "This is a Scottish number (CHI). CP-IS covers England only: ring",
  ],
  [
    "a Northern Irish number",
    { nhsNumber: "3200000015" },
    "This is a Northern Irish number (H&C). CP-IS covers England",
  ],
  [
    "a text that is far too long",
    { nhsNumber: "9".repeat(100_000) },
    "An NHS number has 10 digits. Take out everything",
  ],
  [
    "a call-back number with words",
    { nhsNumber, callBackNumber: "ask at the desk" },
    "Enter a telephone number, like",
  ],
  [
    "a call-back number without end",
    { nhsNumber, callBackNumber: "0".repeat(500) },
    "Enter a telephone number, like",
  ],
  ["a reason that is none of ours", { nhsNumber, reason: "<script>" }, "Invalid option"],
  ["a number of the wrong type", { nhsNumber: 9_990_000_018 }, "expected string"],
  ["a list instead of a number", { nhsNumber: [nhsNumber] }, "expected string"],
  ["a request id that is none", { nhsNumber, requestId: "1 or 1=1" }, "Invalid UUID"],
  ["nothing but a request id", {}, "expected string"],
] as const;

for (const [title, input, words] of refusedInputs) {
  test(`${title} is refused in plain words, on record and without a lookup`, async ({
    lookUp,
    world,
    crew,
  }) => {
    const { status, error, text } = await lookUp(input);

    expect(error).toMatchObject({
      message: expect.stringContaining(words),
      data: { code: "BAD_REQUEST", refusal: "invalid" },
    });
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(1_000);
    expect(await recordOf(world, crew)).toEqual([
      { action: "child:look-up", outcome: "refused", nhs_number: null },
    ]);
    expect(await world.sql("select 1 from lookup where person_id = $1", [crew.personId])).toEqual([]);
  });
}

test("no input at all is refused, not failed", async ({ call, crew }) => {
  expect(await call(crew, "lookup.child", undefined)).toMatchObject({ status: 400 });
  expect(await call(crew, "lookup.child", null)).toMatchObject({ status: 400 });
});

test("a number that was replaced is held all the same, and the card says so", async ({ lookUp, world }) => {
  const replacedBy = makeNhsNumber();
  const child = await world.plan({ supersededBy: replacedBy });

  for (const typed of [child.nhsNumber, replacedBy]) {
    const { text, status } = await lookUp({ nhsNumber: typed });
    expect({ status, text }).toEqual({
      status: 200,
      text: expect.stringContaining(`"isNumberReplaced":true`),
    });
    expect(text).toContain(`"answer":"held"`);
  }
});

test("more lookups than the limit are refused, and the answer says how many seconds to wait", async ({
  lookUp,
}) => {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  for (const seconds of [0, 10, 20]) await lookUp({ nhsNumber: makeNhsNumber() }, after(seconds));

  const { status, error } = await lookUp({ nhsNumber: makeNhsNumber() }, after(30));

  expect(status).toBe(429);
  expect(error).toMatchObject({
    message: "Too many lookups. Wait 30 seconds.",
    data: { code: "TOO_MANY_REQUESTS", refusal: "too-often", waitSeconds: 30 },
  });
  expect(await lookUp({ nhsNumber: makeNhsNumber() }, after(60))).toMatchObject({ status: 200 });
});

test("somebody who has not said where they work is asked to, before anything is looked up", async ({
  call,
  crew,
}) => {
  const nowhere: PersonActor = { ...crew, careSettingId: undefined, careSettingName: undefined };

  const answer = await call(nowhere, "lookup.child", { requestId: randomUUID(), nhsNumber });

  expect(answer).toMatchObject({ status: 409, error: { message: "Choose where you work first." } });
});

test("one request id cannot be used for two numbers", async ({ lookUp }) => {
  const requestId = randomUUID();
  await lookUp({ requestId, nhsNumber: makeNhsNumber() });

  const answer = await lookUp({ requestId, nhsNumber: makeNhsNumber() });

  expect(answer).toMatchObject({ status: 409, error: { data: { refusal: "conflict" } } });
});

test("a refusal has words, a kind and a code, and neither a stack nor anything of the inside", async ({
  lookUp,
}) => {
  const { error, text } = await lookUp({ nhsNumber: "9990000019" });

  expect(error).toEqual({
    message: "This number fails its check: one digit or more is wrong. Check the digits again.",
    code: -32_600,
    data: { code: "BAD_REQUEST", httpStatus: 400, path: "lookup.child", refusal: "invalid" },
  });
  expect(text).not.toMatch(inside);
  expect(text).not.toContain("9990000019");
});

test("an unforeseen error says only that it could not be done", async ({ call, crew, world }) => {
  // A setting that was taken away after sign-in breaks a foreign key: a database error with SQL, table and values.
  const misplaced: PersonActor = { ...crew, careSettingId: world.careSetting.id };
  await world.sql("update session set care_setting_id = null");
  await world.sql("delete from care_setting where id = $1", [world.careSetting.id]);

  const { status, error, text } = await call(misplaced, "lookup.child", {
    requestId: randomUUID(),
    nhsNumber,
  });

  expect(status).toBe(500);
  expect(error).toEqual({
    message: "The service could not do this. Try again.",
    code: -32_603,
    data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, path: "lookup.child" },
  });
  expect(text).not.toMatch(inside);
});

test("an error before any procedure was reached says no more than that either", async () => {
  const failure = new Error("Can't reach database server at 10.1.2.3:5432: select * from session_actor($1)");

  const { status, error, text } = await callOverHttp("lookup.child", {}, () => Promise.reject(failure));

  expect({ status, error }).toMatchObject({
    status: 500,
    error: { message: "The service could not do this. Try again." },
  });
  expect(text).not.toMatch(inside);
});

/** What would tell about our inside: stacks, files, statements, addresses, libraries. */
const inside =
  /stack|\bat \w+.*\(|\.ts\b|node_modules|select |insert |violates|constraint|prisma|postgres|\d+\.\d+\.\d+\.\d+/i;

function recordOf(world: World, { personId }: PersonActor) {
  return world.sql("select action, outcome, nhs_number from audit where person_id = $1", [personId]);
}
