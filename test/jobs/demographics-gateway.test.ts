import { expect } from "@playwright/test";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import type { Demographics } from "@/server/gateways/demographics";
import { demographicsOf } from "@/server/gateways/demographics-of";
import { parseConfiguration } from "@/server/vocabulary/configuration";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import { test as base } from "@/test/support/fake-demographics";
import { testEnvironment } from "@/test/support/make-service";
import { testKeyFile } from "@/test/support/test-key-file";

interface Given {
  /** The gateway as a worker has it, and quick to try again. */
  readonly gateway: (change?: Readonly<Record<string, string>>) => Demographics;
}

const test = base.extend<Given>({
  gateway: async ({ demographics }, use) =>
    use((change = {}) => {
      const environment = { ...testEnvironment, DATABASE_URL: "postgresql://x@127.0.0.1:1/x" };
      return demographicsOf(
        parseConfiguration({ ...environment, ...demographics.settings, ...change }),
        [1, 1],
      );
    }),
});

function number(digits: string): NhsNumber {
  const parsed = parseNhsNumber(digits);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.nhsNumber;
}

const robin = number("9990000018");
const patient: StandInPatient = {
  nhsNumber: robin,
  names: [
    { familyName: "Example", givenNames: ["Robin", "Jo"] },
    { familyName: "Maiden", givenNames: ["Robin"] },
  ],
  dateOfBirth: "2019-04-02",
};

test("a person is found with every name and the date of birth", async ({ demographics, gateway }) => {
  demographics.know(patient);

  expect(await gateway().ask(robin)).toEqual({
    kind: "found",
    person: { nhsNumber: robin, names: patient.names, dateOfBirth: "2019-04-02" },
  });
});

test("a replaced number is answered with the new one", async ({ demographics, gateway }) => {
  demographics.know({ ...patient, supersededBy: "9990000026" });

  expect(await gateway().ask(robin)).toMatchObject({ kind: "found", person: { nhsNumber: "9990000026" } });
});

test("an unknown number and a redacted record are not found", async ({ demographics, gateway }) => {
  expect(await gateway().ask(robin)).toEqual({ kind: "not-found" });
  demographics.know({ ...patient, security: "REDACTED" });
  expect(await gateway().ask(robin)).toEqual({ kind: "not-found" });
});

for (const security of ["R", "V"] as const) {
  test(`of a record marked ${security} nothing is passed on`, async ({ demographics, gateway }) => {
    demographics.know({ ...patient, security });

    expect(await gateway().ask(robin)).toEqual({ kind: "restricted" });
  });
}

test("each try says who asks, and the same question keeps its id", async ({ demographics, gateway }) => {
  const before = demographics.asked.length;
  demographics.fail({ status: 503 });
  await gateway().ask(robin);
  await gateway().ask(robin);

  const asked = demographics.asked.slice(before);
  expect(asked).toHaveLength(6);
  expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(2);
  expect(asked[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(asked[0]?.userAgent).toContain("Lantern");
});

for (const trouble of [{ status: 503 }, { status: 429, retryAfterSeconds: 0 }, "reset", "hang"] as const) {
  test(`${JSON.stringify(trouble)}: nothing is learnt, and the reason names nobody`, async ({
    demographics,
    gateway,
  }) => {
    demographics.know(patient);
    demographics.fail(trouble);
    const answer = await gateway({ DEMOGRAPHICS_TIMEOUT_MILLISECONDS: "50" }).ask(robin);

    expect(answer).toMatchObject({ kind: "unavailable" });
    expect(JSON.stringify(answer)).not.toContain(robin);
  });
}

test("what fails once is answered at the next try", async ({ demographics, gateway }) => {
  demographics.know(patient);
  demographics.fail({ status: 502, times: 1 });

  expect(await gateway().ask(robin)).toMatchObject({ kind: "found" });
});

test("a token that is refused is replaced, and the question answered", async ({ demographics, gateway }) => {
  demographics.know(patient);
  const asks = gateway();
  await asks.ask(robin);
  const before = demographics.tokenCount();
  demographics.revokeTokens();

  expect(await asks.ask(robin)).toMatchObject({ kind: "found" });
  expect(demographics.tokenCount() - before).toBe(1);
});

test("many who ask first fetch one token", async ({ demographics, gateway }) => {
  demographics.know(patient);
  const asks = gateway();
  const before = demographics.tokenCount();

  const answers = await Promise.all(Array.from({ length: 8 }, () => asks.ask(robin)));

  expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => "found"));
  expect(demographics.tokenCount() - before).toBe(1);
});

test("a key that demographics does not know opens nothing", async ({ demographics, gateway }) => {
  demographics.know(patient);
  const stranger = gateway({ DEMOGRAPHICS_PRIVATE_KEY_FILE: testKeyFile });

  expect(await stranger.ask(robin)).toMatchObject({ kind: "unavailable" });
});
