import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { readTonight } from "@/server/domain/tonight/read-tonight";
import { test, type AlertStory } from "@/test/support/alert-story";
import { makeMissedStory, opening } from "@/test/support/missed-story";

/** What the page on tonight says of the alerts of the story's authority, by minutes since the beginning. */
async function alertsOf(story: AlertStory): Promise<(minutes: number) => Promise<unknown>> {
  const manager = await story.world.person("authority-manager");
  return async (minutes) => {
    await story.passTimeTo(minutes);
    const { authorities } = await withWork(
      story.service.database,
      { actor: manager, now: story.at(minutes) },
      (work) => readTonight(work, paceSettings(story.service.configuration)),
    );
    const [{ alerts, findings } = { alerts: undefined, findings: [] }] = authorities;
    const said = findings.filter(({ kind }) => kind === "waiting" || kind === "unreached");
    return [alerts?.count, alerts?.oldestAt, ...said.map(({ level, kind }) => `${level} ${kind}`)];
  };
}

test("a missed appointment that rests until the office opens does not wait at night, and waits from then on", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  await missed.inTheMorning("Dan Day");
  const at = await alertsOf(story);
  await missed.reports(0);

  expect(await at(60)).toEqual([0, null, "fine waiting"]);
  expect(await at(opening - 1)).toEqual([0, null, "fine waiting"]);
  expect(await at(opening + 4)).toEqual([1, story.at(opening), "fine waiting"]);
  expect(await at(opening + 7)).toEqual([1, story.at(opening), "bad unreached", "bad waiting"]);
});

test("a missed appointment with a worry waits at night as any alert", async ({ story }) => {
  const missed = await makeMissedStory(story);
  await story.onCall("Nora Night");
  const at = await alertsOf(story);
  await missed.reports(0);
  expect(await at(60)).toEqual([0, null, "fine waiting"]);

  await missed.reports(61, { isWorried: true });

  expect(await at(75)).toEqual([1, story.at(61), "bad unreached", "bad waiting"]);
});

test("a missed appointment that the whole office left is not forgotten when it rests again", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  await missed.inTheMorning("Dan Day");
  const at = await alertsOf(story);
  await missed.reports(0);

  expect(await at(opening + 60)).toEqual([1, story.at(opening), "bad unreached", "bad waiting"]);
  // In the evening it rests again, and the next morning the office is told anew.
  for (const minutes of [660, 1439, 1446])
    expect(await at(opening + minutes)).toEqual([1, story.at(opening), "bad unreached", "bad waiting"]);
});
