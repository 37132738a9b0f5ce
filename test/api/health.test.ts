import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import { answerHealth } from "@/server/api/health";
import { answerMetrics } from "@/server/api/metrics";
import { makeHeartbeat } from "@/test/support/make-heartbeat";
import { makeProof } from "@/test/support/make-proof";
import { makeService } from "@/test/support/make-service";
import { makeWorld } from "@/test/support/make-world";
import { test } from "@/test/support/service";

test("health is 200 while the database answers, a worker beats and deliveries are proven", async ({
  now,
  world,
  service,
}) => {
  await makeHeartbeat(world, now, 15);
  await makeProof(world, now, 180);

  const response = await answerHealth(service, now);

  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "ok",
    database: "ok",
    worker: "ok",
    delivery: { state: "ok", line: "last proven delivery 180 s ago" },
    register: { authorities: 1, staleLists: 0, staleShare: 0 },
    build: expect.any(String),
  });
});

test("without a proven delivery for more than three minutes health is degraded, and stays 200", async ({
  now,
  world,
  service,
}) => {
  await makeHeartbeat(world, now, 1);
  await makeProof(world, now, 181);
  await world.sql("insert into delivery_proof (begun_at, failure) values ($1, 'No way.')", [now]);

  const response = await answerHealth(service, now);

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "degraded",
    worker: "ok",
    delivery: { state: "silent", line: "last proven delivery 181 s ago", failure: "No way." },
  });
});

test("a service that has never proven a delivery says so", async ({ now, world, service }) => {
  await makeHeartbeat(world, now, 1);

  const response = await answerHealth(service, now);

  expect(await response.json()).toMatchObject({
    status: "degraded",
    delivery: { state: "silent", line: "no delivery proven in the last day" },
  });
});

test("health is 503 when no worker has beaten for more than 15 seconds", async ({ now, world, service }) => {
  await makeHeartbeat(world, now, 16);

  const response = await answerHealth(service, now);

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "degraded", database: "ok", worker: "silent" });
});

test("health is 503 when no worker has ever beaten", async ({ now, world, service }) => {
  const response = await answerHealth(service, now);

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "degraded", worker: "silent" });
  expect(await world.sql("select name from worker_heartbeat")).toEqual([]);
});

test("health is 503 when the database is gone", async ({ now, own }) => {
  const gone = makeService(own.appUrl.replace(/:\d+\//, ":1/"));

  const response = await answerHealth(gone, now);
  const metrics = await answerMetrics(gone, now);
  await gone.stop();

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: "down",
    database: "down",
    worker: "unknown",
    delivery: null,
    register: null,
  });
  expect(metrics.status).toBe(200);
  expect(await metrics.text()).toContain("lantern_database_up 0");
});

test("health is 503 within seconds when the database accepts and never answers", async ({ own, now }) => {
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stuck = makeService(own.appUrl.replace(/:\d+\//, `:${port}/`));

  const response = await answerHealth(stuck, now);

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "down", database: "down" });
  silent.close();
  await stuck.stop();
});

test("old lists are told, but are no reason to fail", async ({ now, world, own, service }) => {
  await makeHeartbeat(world, now, 1);
  await makeWorld(own, new Date("2026-11-21T21:13:59Z"));

  const response = await answerHealth(service, now);

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    register: { authorities: 2, staleLists: 1, staleShare: 0.5 },
  });
});
