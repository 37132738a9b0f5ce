import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { answerBirthQuestion, type BirthAnswer } from "@/server/domain/register/births/answer-birth-question";
import { listBirthQuestions } from "@/server/domain/register/births/list-birth-questions";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import { feedNow, test as base, type FeedCells } from "@/test/support/make-feed";
import { makeNhsNumber } from "@/test/support/make-world";

const [mother, child] = [makeNhsNumber(), makeNhsNumber()];
const unborn: FeedCells = {
  nhs_number: mother,
  family_name: "Sample",
  given_names: "Jo",
  date_of_birth: "1998-07-14",
  plan_type: "UCPP",
  start_date: "2026-09-01",
  due_date: "2026-11-25",
};
const bornPlan = { ...unborn, end_date: "2026-11-20" };
const childsPlan: FeedCells = {
  nhs_number: child,
  family_name: "Sample",
  given_names: "Baby",
  date_of_birth: "2026-11-20",
  local_id: "case-2",
  plan_type: "CPP",
  start_date: "2026-11-20",
};

const settings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 30,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
} as const;

interface Given {
  readonly asOfficer: <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;
  readonly answers: (answer: BirthAnswer) => Promise<void>;
}

const test = base.extend<Given>({
  asOfficer: async ({ pool, world }, use) =>
    use((useCase) => withWork(pool, { actor: world.officer, now: feedNow }, useCase)),
  answers: async ({ asOfficer }, use) =>
    use(async (answer) => {
      const [question] = await asOfficer(listBirthQuestions);
      await asOfficer((work) => answerBirthQuestion(work, { planId: question?.planId ?? "", answer }));
    }),
});

test("an unborn child's plan that ends about the due date raises the question which number the child has", async ({
  world,
  asOfficer,
}) => {
  await world.sends(1, [unborn]);
  expect(await asOfficer(listBirthQuestions)).toEqual([]);

  await world.sends(2, [bornPlan]);
  expect(await asOfficer(listBirthQuestions)).toMatchObject([
    { nhsNumber: mother, givenNames: "Jo", endOn: "2026-11-20", askedAt: feedNow },
  ]);
});

test("a plan that ends long before a child could live raises none", async ({ world, asOfficer }) => {
  const early = { ...unborn, due_date: "2027-05-01" };
  await world.sends(1, [early]);
  await world.sends(2, [{ ...early, end_date: "2026-11-20" }]);

  expect(await asOfficer(listBirthQuestions)).toEqual([]);
});

test("a number closes the question only when the register holds the child's plan under it", async ({
  world,
  asOfficer,
  answers,
}) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [bornPlan]);
  const given = { kind: "number-given", childNhsNumber: child } as const;

  await expect(answers(given)).rejects.toMatchObject({ kind: "invalid" });
  expect(await asOfficer(listBirthQuestions)).toHaveLength(1);

  await world.sends(3, [bornPlan, childsPlan]);
  await answers(given);
  expect(await asOfficer(listBirthQuestions)).toEqual([]);
});

test("the mother's number is no answer", async ({ world, answers }) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [bornPlan]);

  const given = { kind: "number-given", childNhsNumber: mother } as const;
  await expect(answers(given)).rejects.toMatchObject({ kind: "invalid" });
});

for (const kind of ["not-born", "no-plan"] as const) {
  test(`the answer ${kind} closes the question`, async ({ world, asOfficer, answers }) => {
    await world.sends(1, [unborn]);
    await world.sends(2, [bornPlan]);

    await answers({ kind });

    expect(await asOfficer(listBirthQuestions)).toEqual([]);
  });
}

test("until the number comes a lookup of the mother says that a child was born, and raises an alert", async ({
  world,
  pool,
  answers,
}) => {
  const nhsNumber = makeNhsNumber();
  await world.sends(1, [{ ...unborn, nhs_number: nhsNumber }]);
  await world.sends(2, [{ ...bornPlan, nhs_number: nhsNumber }]);
  const crew = await world.person("crew");
  const ask = () => {
    const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
    return withWork(pool, { actor: crew, now: feedNow }, (work) => lookUpChild(work, request, settings));
  };

  expect(await ask()).toMatchObject({ answer: "held", entries: [{ plans: [{ state: "born" }] }] });
  await answers({ kind: "no-plan" });
  expect(await ask()).toMatchObject({ answer: "held", entries: [{ plans: [{ state: "ended" }] }] });
});
