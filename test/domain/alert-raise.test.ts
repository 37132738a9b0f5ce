import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { raiseAlerts } from "@/server/domain/alert/raise-alerts";
import { LookupId } from "@/server/vocabulary/ids";
import { test } from "@/test/support/alert-story";

test("two phones that ask about one child at the same moment raise one alert", async ({ story }) => {
  const asked = await Promise.all([story.crewAsks(), story.crewAsks(), story.crewAsks()]);

  const [first] = asked;
  expect(new Set(asked.map(({ alertId }) => alertId)).size).toBe(1);
  expect(new Set(asked.map(({ lookupId }) => lookupId)).size).toBe(3);
  expect((await story.eventsOf(first)).map((line) => line.split(" ")[0])).toEqual([
    "raised",
    "viewed-again",
    "viewed-again",
  ]);
  expect(await story.world.sql("select kind from outbox")).toEqual([{ kind: "climb-alert" }]);
});

test("a child known to two authorities raises an alert for each, with references of their own", async ({
  story,
}) => {
  const second = await story.secondAuthority();

  const { lookupId } = await story.crewAsks();

  const alerts = await story.world.sql("select authority_id, reference from alert where lookup_id = $1", [
    lookupId,
  ]);
  expect(alerts.map((row) => row["authority_id"]).sort()).toEqual(
    [story.world.authority.id, second.authority.id].sort(),
  );
  expect(alerts.map((row) => row["reference"])).toEqual([
    expect.stringMatching(/^[34679CDFGHJKMNPQRTWXY]{6}$/),
    expect.stringMatching(/^[34679CDFGHJKMNPQRTWXY]{6}$/),
  ]);
  expect(new Set(alerts.map((row) => row["reference"])).size).toBe(2);
});

test("an alert, its event and its job come with the question, or not at all", async ({ story }) => {
  const { lookupId } = await story.crewAsks();
  await story.world.sql("update alert set raised_at = raised_at - interval '2 days'");
  const [before] = await story.world.sql("select count(*) from alert_event");
  const subjects = await story.world.sql(`select subject_id as "subjectId" from alert`);

  const broken = withWork(story.service.database, { actor: story.crew, now: story.at(1) }, async (work) => {
    await raiseAlerts(work, {
      lookupId: LookupId.parse(lookupId),
      careSettingId: story.world.careSetting.id,
      incidentId: undefined,
      subjects: subjects.map((row) => ({
        subjectId: String(row["subjectId"]),
        authorityId: story.world.authority.id,
      })),
    });
    throw new Error("the phone company's network is down");
  });

  await expect(broken).rejects.toThrow();
  expect(await story.world.sql("select count(*) from alert_event")).toEqual([before]);
  expect(await story.world.sql("select id from alert")).toHaveLength(1);
});
