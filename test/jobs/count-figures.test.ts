import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { timetable } from "@/server/jobs/timetable";
import { systemActor } from "@/server/vocabulary/actor";
import { makeJobService } from "@/test/support/make-service";
import { makePast } from "@/test/support/make-past";
import { makeWorld } from "@/test/support/make-world";
import { test } from "@/test/support/service";

test("a turn of the worker counts all days that have changed, and the command counts the same anew", async ({
  own,
  world,
  now,
}) => {
  const jobs = makeJobService(own.appUrl);
  const from = new Date("2026-11-01T00:00:00Z");
  await makePast({ seed: 5, worlds: [world, await makeWorld(own, now)], from, to: now, count: 80 });
  const counted = () =>
    world.sql("select day::text, sum(lookups)::int as lookups from lookup_day group by day order by day");

  const entries = timetable.filter(({ job }) => job.kind === "count-figures");
  await withWork(jobs.database, { actor: systemActor("worker"), now }, (work) => beginTurns(work, entries));
  expect(await runDueJobs(jobs, now, "lists")).toBeGreaterThan(1);
  const days = await counted();
  expect(days.reduce((sum, { lookups }) => sum + Number(lookups), 0)).toBe(80);
  expect(await world.sql("select counted_at from figures_state")).toEqual([{ counted_at: now }]);
  expect(await world.sql("select kind from outbox")).toEqual([]);

  await world.sql("update lookup_day set lookups = lookups + 1");
  await promisify(execFile)(process.execPath, ["--import", "tsx", "server/jobs/rebuild-figures.ts"], {
    env: { ...process.env, DATABASE_URL: own.appUrl },
  });
  expect(await counted()).toEqual(days);
  await jobs.stop();
});
