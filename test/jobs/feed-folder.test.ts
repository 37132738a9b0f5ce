import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  unlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import pino from "pino";
import { openInbox } from "@/server/gateways/feed-inbox/open-inbox";
import { FeedId } from "@/server/vocabulary/ids";
import { emptyMemory, lookIntoFolder } from "@/server/jobs/feed-folder/look-into-folder";
import { feedFixture, feedNow, makeFeedFile, makeFeedNumbers, test as base } from "@/test/support/make-feed";

interface Folder {
  readonly directory: string;
  readonly leave: (name: string, content: Uint8Array) => Promise<void>;
  /** So many looks, each followed by a worker's work. */
  readonly look: (times?: number) => Promise<void>;
  /** A worker that has forgotten everything. */
  readonly restart: () => void;
  readonly names: (part: string) => Promise<string[]>;
  readonly answer: (name: string) => Promise<unknown>;
  /** What was logged as an error. */
  readonly troubles: string[];
}

const test = base.extend<{ readonly folder: Folder }>({
  folder: async ({ desk }, use) => {
    const directory = await mkdtemp(path.join(tmpdir(), "lantern-inbox-"));
    const inbox = await openInbox(directory);
    const troubles: string[] = [];
    const log = pino({ level: "error" }, { write: (line: string) => void troubles.push(line) });
    let memory = emptyMemory();

    await use({
      directory,
      troubles,
      leave: (name, content) => writeFile(path.join(directory, "in", name), content),
      look: async (times = 3) => {
        for (let look = 0; look < times; look += 1) {
          await lookIntoFolder({ database: desk.pool, inbox, log }, { memory, now: feedNow });
          await desk.takesIn(feedNow);
        }
      },
      restart: () => {
        memory = emptyMemory();
      },
      names: async (part) => (await readdir(path.join(directory, part))).sort(),
      answer: async (name) =>
        JSON.parse(await readFile(path.join(directory, "out", name), "utf8")) as unknown,
    });
    await rm(directory, { recursive: true });
  },
});

const good = makeFeedFile([{}]);

test("a list is taken when it is whole, answered in both shapes and put away", async ({
  folder,
  world,
  desk,
}) => {
  const name = `${world.authority.code}_1`;
  await desk.agreesWith(good, feedNow);
  await folder.leave(`${name}.csv`, good);

  await folder.look(1);
  expect(await folder.names("out")).toEqual([]);
  await folder.look(2);

  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({ state: "applied", fileAnswer: "CPF02" });
  expect(await folder.names("out")).toEqual([`${name}.answer.csv`, `${name}.answer.json`]);
  expect(await folder.names("in")).toEqual([]);
  expect(await folder.names("done")).toEqual([`${name}.csv`]);
  expect(await world.register()).toHaveLength(1);
});

test("a file that still grows, or is named as unfinished, is left alone", async ({ folder, world }) => {
  const name = `${world.authority.code}_1.csv`;
  await folder.leave(name, good.subarray(0, 40));
  await folder.leave(`${name}.part`, good);
  await folder.look(1);
  await folder.leave(name, good.subarray(0, 90));
  await folder.look(1);
  await folder.leave(name, good);
  await folder.look(1);

  expect(await folder.names("in")).toEqual([name, `${name}.part`]);
  expect(await world.sql("select from feed where authority_id = $1", [world.authority.id])).toEqual([]);
});

test("an unreadable file lands in failed, with the reason in out", async ({ folder, world }) => {
  const name = `${world.authority.code}_1`;
  await folder.leave(`${name}.csv`, feedFixture("missing-column.csv"));
  await folder.look();

  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({
    fileAnswer: "CPF01",
    meaning: "A column is missing in the first row: end_date.",
  });
  expect(await folder.names("failed")).toEqual([`${name}.csv`]);
});

test("a file with another authority's name, a wrong name or a used number changes nothing", async ({
  folder,
  world,
}) => {
  const used = `${world.authority.code}_1`;
  await world.sends(1, [{}]);
  await folder.leave(`${used}.csv`, makeFeedFile([{ local_id: "other" }]));
  await folder.leave("E99999998_1.csv", good);
  await folder.leave("list.csv", good);
  await folder.look();

  expect(await folder.names("failed")).toEqual(["E99999998_1.csv", `${used}.csv`, "list.csv"].sort());
  expect(await folder.answer("E99999998_1.answer.json")).toMatchObject({
    meaning: "There is no authority E99999998.",
  });
  expect(await folder.answer(`${used}.answer.json`)).toMatchObject({
    meaning: expect.stringContaining("was received before, with other content"),
  });
  expect(await world.register()).toHaveLength(1);
});

test("a file of two gigabytes is refused unread", async ({ folder, world }) => {
  const name = `${world.authority.code}_1`;
  await folder.leave(`${name}.csv`, good);
  await truncate(path.join(folder.directory, "in", `${name}.csv`), 2 * 1024 ** 3);
  await folder.look();

  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({
    meaning: "The file is larger than 20 MB.",
  });
});

test("while demographics is away the file waits in its place, over a restart too, and is then applied", async ({
  folder,
  world,
  desk,
}) => {
  const name = `${world.authority.code}_1`;
  await desk.agreesWith(good, feedNow);
  desk.demographics.fail("reset");
  await folder.leave(`${name}.csv`, good);
  await folder.look();
  expect(await folder.names("in")).toEqual([`${name}.csv`]);
  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({ state: "waiting", fileAnswer: "CPF05" });

  folder.restart();
  desk.demographics.fail(undefined);
  await desk.takesIn(new Date(feedNow.getTime() + 600_000));
  await folder.look();
  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({ state: "applied" });
  expect(await folder.names("done")).toEqual([`${name}.csv`]);
});

test("the disk is full: the error says so, the file is kept, and it goes on when there is room", async ({
  folder,
  world,
  desk,
}) => {
  const name = `${world.authority.code}_1`;
  const full = path.join(folder.directory, "out", `${name}.answer.csv.part`);
  // Whatever is written there meets a full disk.
  await symlink("/dev/full", full);
  await desk.agreesWith(good, feedNow);
  await folder.leave(`${name}.csv`, good);
  await folder.look();

  expect(folder.troubles.join()).toContain("the disk of the folder for lists is full: make room");
  expect(await folder.names("in")).toEqual([`${name}.csv`]);

  await unlink(full);
  await folder.look();
  expect(await folder.names("done")).toEqual([`${name}.csv`]);
  expect(await folder.names("out")).toEqual([`${name}.answer.csv`, `${name}.answer.json`]);
});

test("nothing is written over: a second file of the same name is put beside the first", async ({
  folder,
  world,
  desk,
}) => {
  const name = `${world.authority.code}_1.csv`;
  await desk.agreesWith(good, feedNow);
  for (let time = 0; time < 2; time += 1) {
    await folder.leave(name, good);
    await folder.look();
  }

  expect(await folder.names("done")).toEqual([name, `${name}.1`]);
  expect(await world.register()).toHaveLength(1);
});

test("an unattended list that would end too much is held until a person confirms it", async ({
  folder,
  world,
  desk,
}) => {
  const plans = makeFeedNumbers(30).map((nhs_number) => ({ nhs_number, local_id: nhs_number }));
  await world.sends(1, plans);
  const ending = makeFeedFile(plans.map((plan) => ({ ...plan, end_date: "2026-11-20" })));
  const name = `${world.authority.code}_2`;
  await folder.leave(`${name}.csv`, ending);
  await folder.look();

  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({
    state: "held",
    meaning: "The list would end or delete 30 of 30 plans in force. A person must confirm that.",
  });
  expect((await world.register()).filter((line) => line.endsWith("open"))).toHaveLength(30);

  const [feed] = await world.sql("select id from feed where authority_id = $1 and sequence = 2", [
    world.authority.id,
  ]);
  await desk.confirms(world.officer, FeedId.parse(feed?.["id"]), feedNow);
  await folder.look();
  expect(await folder.answer(`${name}.answer.json`)).toMatchObject({
    state: "applied",
    counts: { ended: 30 },
  });
  expect(await folder.names("done")).toEqual([`${name}.csv`]);
});

test("the folder is made where it is not there", async ({ folder }) => {
  const directory = path.join(folder.directory, "new", "place");
  await mkdir(path.dirname(directory));
  await openInbox(directory);

  expect((await readdir(directory)).sort()).toEqual(["done", "failed", "in", "out"]);
});
