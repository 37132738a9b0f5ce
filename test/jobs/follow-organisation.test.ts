import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect } from "@playwright/test";
import { makeWorld } from "@/test/support/make-world";
import { test } from "@/test/support/service";

/** The command as whoever runs the service types it; what it printed and how it ended. */
async function follow(databaseUrl: string | undefined, ...words: readonly string[]): Promise<string> {
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: databaseUrl };
  const command = ["--import", "tsx", "server/jobs/follow-organisation.ts", ...words];
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const [printed, warned, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return `${String(code)} ${printed}${warned}`;
}

test("the command states once who followed whom, and says in one line what cannot be, with nothing half-done", async ({
  own,
  world,
  now,
}) => {
  const [old, successor] = [world.trust.code, (await makeWorld(own, now)).trust.code];
  const database = own.appUrl;
  const nowhere = database.replace(/[^/]*$/, "nowhere");
  const howTo = "Name the code that went, the code that follows and the day";

  const refused = [
    [
      await follow(database, "E-none", successor, "2026-04-01"),
      "There is no organisation with the code E-none.",
    ],
    [await follow(database, old, successor, "2026-13-01"), howTo],
    [await follow(database, old, successor), howTo],
    [
      await follow(nowhere, old, successor, "2026-04-01"),
      "The database that DATABASE_URL names cannot be used",
    ],
  ] as const;
  for (const [said, words] of refused) {
    expect(said).toMatch(/^1 [^\n]*\n$/);
    expect(said).toContain(words);
  }
  const onRecord = () =>
    world.sql(
      `select predecessor.code, since::text, (select count(*)::int from audit where action = 'organisation:follow') as times
       from organisation_succession join organisation predecessor on predecessor.id = predecessor_id`,
    );
  expect(await onRecord()).toEqual([]);

  expect(await follow(database, old, successor, "2026-04-01")).toMatch(/^0 .*stated, and on record/);
  expect(await onRecord()).toEqual([{ code: old, since: "2026-04-01", times: 1 }]);
  const again = await follow(database, old, successor, "2026-04-01");
  expect(again).toContain(`It is stated already: ${old} was followed by ${successor} on 1 April 2026.`);
  expect(again).toMatch(/^1 /);
  expect(await onRecord()).toEqual([{ code: old, since: "2026-04-01", times: 1 }]);
});
