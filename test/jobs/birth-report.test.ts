import { expect } from "@playwright/test";
import { readAlertProgress } from "@/server/domain/alert/read-alert-progress";
import { reportBirth } from "@/server/domain/alert/visit/report-birth";
import { listBirthQuestions } from "@/server/domain/register/births/list-birth-questions";
import { BirthReport } from "@/server/vocabulary/birth-report";
import type { LookupId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { test, type AlertStory } from "@/test/support/alert-story";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";
import { makeNhsNumber } from "@/test/support/make-world";

/** A woman whose unborn child is on a plan, about whom the crew has asked. */
async function makeMother(story: AlertStory): Promise<MadeAlert & { readonly nhsNumber: NhsNumber }> {
  const { nhsNumber } = await story.world.plan({ kind: "unborn", dueOn: "2026-12-01" });
  const alert = await makeAlert(story.service, { crew: story.crew, nhsNumber, now: story.at(0) });
  return { ...alert, nhsNumber };
}

function report(
  story: AlertStory,
  lookupId: LookupId,
  {
    minutes = 5,
    ...said
  }: { readonly minutes?: number; readonly childNhsNumber?: string; readonly bornOn?: string } = {},
): Promise<void> {
  const born = { lookupId, bornOn: "2026-11-23", bornTime: "21:02", sex: "girl", ...said };
  return story.does(story.crew, minutes, (work) => reportBirth(work, BirthReport.parse(born)));
}

test("a birth is an event, news to whoever has the alert, and a message; said twice it is told once", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const mother = await makeMother(story);
  await story.passTimeTo(0);
  await story.takes(amira, mother, 1);

  await report(story, mother.lookupId);
  await report(story, mother.lookupId, { minutes: 6 });
  await story.passTimeTo(6);

  expect(await story.eventsOf(mother)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "acknowledged Amira Hassan",
    "born Sam Rider",
  ]);
  expect(story.pushesTo(amira)).toHaveLength(2);
  expect(JSON.stringify(story.pushesTo(amira).at(-1)?.message)).toContain("There is news of an alert.");
  const [seen] = await story.does(story.crew, 7, (work) => readAlertProgress(work, mother.lookupId));
  expect(seen).toMatchObject({
    visit: { birth: "Born 23 November 2026, 21:02. Girl. No NHS number yet." },
    messages: [{ body: "The baby is born. Born 23 November 2026, 21:02. Girl. No NHS number yet." }],
  });
});

test("the baby's number, told later, helps to answer the authority's question and changes no register", async ({
  story,
}) => {
  const mother = await makeMother(story);
  const childNhsNumber = makeNhsNumber();
  const plans = "select id, end_on, deleted_on from plan order by id";
  await report(story, mother.lookupId);
  await story.world.sql(
    "insert into birth_question select id, authority_id, now() from plan where kind = 'unborn'",
  );
  await story.world.sql("update plan set end_on = '2026-11-23' where kind = 'unborn'");
  const before = await story.world.sql(plans);

  await report(story, mother.lookupId, { childNhsNumber, minutes: 30 });

  const officer = await story.world.person("data-officer");
  expect(await story.does(officer, 31, listBirthQuestions)).toMatchObject([
    { nhsNumber: mother.nhsNumber, toldNumber: childNhsNumber },
  ]);
  expect(await story.world.sql(plans)).toEqual(before);
  expect(await story.world.sql("select answer from birth_question")).toEqual([{ answer: null }]);
});

test("nothing is told of a birth that is still to come, long ago, under the mother's number or without a plan", async ({
  story,
}) => {
  const mother = await makeMother(story);
  const child = await story.crewAsks();

  for (const said of [{ minutes: -30 }, { bornOn: "2026-10-01" }, { childNhsNumber: mother.nhsNumber }]) {
    await expect(report(story, mother.lookupId, said)).rejects.toMatchObject({ kind: "invalid" });
  }
  await expect(report(story, child.lookupId)).rejects.toMatchObject({ kind: "conflict" });
  expect(await story.world.sql("select id from birth_report")).toEqual([]);
});

test("nobody tells of a birth from somebody else's card", async ({ story }) => {
  const mother = await makeMother(story);
  const colleague = await story.world.person("crew", "Jo Colleague");
  const born = { lookupId: mother.lookupId, bornOn: "2026-11-23", bornTime: "21:02", sex: "boy" };

  const told = story.does(colleague, 5, (work) => reportBirth(work, BirthReport.parse(born)));

  await expect(told).rejects.toMatchObject({ kind: "not-found" });
});
