import { expect } from "@playwright/test";
import { receiveFeed } from "@/server/api/receive-feed";
import { largestFeedBytes } from "@/server/vocabulary/feed-answer";
import {
  feedFixture,
  feedNow,
  makeFeedFile,
  makeFeedNumbers,
  makeFeedToken,
  makeFeedWorld,
} from "@/test/support/make-feed";
import { good, put, test } from "@/test/support/feed-door";
import { makeService } from "@/test/support/make-service";
import { makeWorld } from "@/test/support/make-world";

test("an authority's system sends its list and is told what became of it", async ({ puts, world }) => {
  const { status, body } = await puts({ sequence: "12", body: feedFixture("wrong-check-digit.csv") });

  expect(status).toBe(200);
  expect(body).toEqual({
    authority: world.authority.code,
    sequence: 12,
    state: "applied",
    fileAnswer: "CPF03",
    meaning: "The good rows were loaded, the others were not",
    receivedAt: "2026-11-23T21:14:00.000Z",
    repeat: false,
    sequenceGap: 0,
    counts: {
      rows: 2,
      loaded: 1,
      rejected: 1,
      added: 1,
      changed: 0,
      ended: 0,
      deleted: 0,
      unchanged: 0,
      missing: 0,
    },
    notes: [],
    rows: [
      {
        row: 3,
        rowAnswer: "CPR04",
        column: "nhs_number",
        value: "9990000027",
        problem: "The number fails its check: at least one digit is wrong.",
      },
    ],
    missing: [],
  });
});

test("the same list again is answered as before", async ({ puts }) => {
  const first = await puts();

  const again = await puts();

  expect(again.status).toBe(200);
  expect(again.body).toEqual({ ...(first.body as object), repeat: true });
});

test("the list is put on record as sent by the door", async ({ puts, world }) => {
  await puts();

  const rows = await world.sql(
    `select received_by, feed.person_id, actor_name, outcome, detail from feed join audit on concerns = feed.id
       where authority_id = $1 and action = 'feed:send' order by audit.id`,
    [world.authority.id],
  );
  const sent = { received_by: "door", person_id: null, outcome: "done" };
  expect(rows).toEqual([
    { ...sent, actor_name: "feed-door", detail: "sequence 1" },
    { ...sent, actor_name: "worker", detail: "applied" },
  ]);
});

test("without a token, with an unknown one or with a revoked one the door stays shut", async ({
  puts,
  world,
}) => {
  const revoked = await makeFeedToken(world, { isRevoked: true });

  const attempts = [
    await puts({ headers: { Authorization: "" } }),
    await puts({ token: "unknown" }),
    await puts({ token: revoked }),
    await puts({ token: "unknown", code: "E00000000" }),
  ];

  expect(attempts.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  expect(attempts[0]?.headers.get("www-authenticate")).toBe("Bearer");
  expect(await world.register()).toEqual([]);
});

test("the token of another authority is refused", async ({ puts, world, desk, database }) => {
  const other = await makeFeedWorld(desk, await makeWorld(database, feedNow));
  const othersToken = await makeFeedToken(other);

  const { status, body } = await puts({ token: othersToken });

  expect(status).toBe(403);
  expect(body).toMatchObject({ detail: `This token is not for ${world.authority.code}.` });
  expect(await world.register()).toEqual([]);
});

test("an authority that does not exist is not found", async ({ puts }) => {
  expect(await puts({ code: "E00000000" })).toMatchObject({ status: 404 });
});

test("other content under a used number, and a step backwards, are a conflict", async ({ puts, world }) => {
  await puts({ sequence: "5" });

  const otherContent = await puts({ sequence: "5", body: feedFixture("valid.csv") });
  const backwards = await puts({ sequence: "4" });

  expect([otherContent.status, backwards.status]).toEqual([409, 409]);
  expect(backwards.body).toMatchObject({
    detail: expect.stringContaining("Send this one as number 6."),
  });
  expect(await world.register()).toHaveLength(1);
});

test("a file that cannot be read is answered with CPF01 and why", async ({ puts }) => {
  const { status, body } = await puts({ body: feedFixture("missing-column.csv") });

  expect(status).toBe(422);
  expect(body).toEqual({
    status: 422,
    title: "The file could not be read",
    detail: "A column is missing in the first row: end_date.",
    fileAnswer: "CPF01",
  });
});

test("what is not text/csv, too large, broken off or wrongly numbered is refused by its own code", async ({
  puts,
}) => {
  const attempts = [
    await puts({ headers: { "Content-Type": "application/json" } }),
    await puts({ headers: { "Content-Length": String(largestFeedBytes + 1) } }),
    await puts({ body: new Uint8Array(largestFeedBytes + 1).fill(65) }),
    await puts({ headers: { "Content-Length": String(good.length + 10) } }),
    await puts({ sequence: "0" }),
    await puts({ sequence: "next" }),
  ];

  expect(attempts.map(({ status }) => status)).toEqual([415, 413, 413, 400, 400, 400]);
});

test("a stream of two gigabytes is cut off as soon as it is too large", async ({ service, token, world }) => {
  let pulled = 0;
  const piece = new Uint8Array(1024 * 1024).fill(65);
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1;
      if (pulled > 2048) controller.close();
      else controller.enqueue(piece);
    },
  });
  const address = { authorityCode: world.authority.code, sequence: "1", now: feedNow };
  // Node asks for `duplex` where a body is a stream; the types of browsers do not know it.
  const streamed = { method: "PUT", body: endless, duplex: "half" };
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
  const request = new Request("http://localhost/api/feeds", { ...streamed, headers });

  expect((await receiveFeed(service, request, address)).status).toBe(413);
  expect(pulled).toBeLessThan(30);
});

test("a refused attempt is on record", async ({ puts, world }) => {
  await puts({ sequence: "3" });
  await puts({ sequence: "2" });

  const rows = await world.sql(
    "select outcome, detail from audit where actor_name = 'feed-door' and action = 'feed:send' order by id desc limit 1",
  );
  expect(rows).toEqual([
    {
      outcome: "refused",
      detail:
        "List number 2 comes too late: a newer one was received. The newest list is number 3. Send this one as number 4.",
    },
  ]);
});

test("while the database is away the sender is told to send again, and nothing else", async ({ token }) => {
  const away = makeService("postgresql://lantern_app:x@127.0.0.1:1/away");

  const { status, headers, body } = await put(away, { token, code: "E00000001" });
  await away.stop();

  expect(status).toBe(503);
  expect(headers.get("retry-after")).toBe("60");
  expect(body).toEqual({
    status: 503,
    title: "Not received",
    detail: "The list could not be taken in, and nothing was changed. Send it again.",
  });
});

test("ten thousand bad rows are all answered", async ({ puts }) => {
  const rows = makeFeedNumbers(10_000).map((nhs_number) => ({ nhs_number, start_date: "31/02/2026" }));

  const { status, body } = await puts({ body: makeFeedFile(rows) });

  // So much is not applied unseen.
  expect(status).toBe(202);
  expect(body).toMatchObject({ state: "held", fileAnswer: null, counts: { rejected: 10_000 } });
  expect((body as { rows: unknown[] }).rows).toHaveLength(10_000);
});

test("what became of a list can be asked later, as JSON and for a spreadsheet", async ({ puts, gets }) => {
  const sent = await puts({ sequence: "2", body: feedFixture("wrong-check-digit.csv") });

  expect(await (await gets("2")).json()).toEqual(sent.body);
  const sheet = await gets("2", { Accept: "text/csv" });
  expect(sheet.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect((await sheet.text()).split("\r\n")).toEqual([
    "row,answer,column,value,problem,suggestion",
    'file,CPF03,,,"The good rows were loaded, the others were not",',
    "3,CPR04,nhs_number,9990000027,The number fails its check: at least one digit is wrong.,",
    "",
  ]);
  expect((await gets("3")).status).toBe(404);
});

test("while demographics is away the list waits, and the register stays as it was", async ({
  puts,
  gets,
  desk,
  world,
}) => {
  desk.demographics.fail({ status: 503 });
  const waiting = await puts();

  expect(waiting.status).toBe(202);
  expect(waiting.body).toMatchObject({ state: "waiting", fileAnswer: "CPF05" });
  expect(await world.register()).toEqual([]);

  desk.demographics.fail(undefined);
  await desk.takesIn(new Date(feedNow.getTime() + 600_000));
  expect(await (await gets("1")).json()).toMatchObject({ state: "applied", fileAnswer: "CPF02" });
  expect(await world.register()).toHaveLength(1);
});
