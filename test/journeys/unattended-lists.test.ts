import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { z } from "zod";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { newcomerNamed, ownList, planOf } from "@/test/support/register-list";
import { lockTable } from "@/test/support/table-lock";

const bradford = "E08000032";
const hackney = "E09000012";

// Whole processes start and end here.
test.describe.configure({ timeout: 120_000 });

/** Leaves a list where an authority's system does. */
async function leave(directory: string, name: string, lines: readonly string[]): Promise<void> {
  await writeFile(path.join(directory, "in", `${name}.part`), lines.join("\r\n"));
  await writeFile(path.join(directory, "in", name), lines.join("\r\n"));
}

async function answerOf(directory: string, name: string): Promise<unknown> {
  const file = path.join(directory, "out", name.replace(".csv", ".answer.json"));
  const text = await readFile(file, "utf8").catch(() => "{}");
  return JSON.parse(text) as unknown;
}

test("a daily file that a system leaves in the folder is answered there, and known to the crew", async ({
  product,
  signIn,
}) => {
  const folder = product.environment["FEED_INBOX_DIR"] ?? "";
  const merle = newcomerNamed("Plover");
  const { lines, plans, fileName } = await ownList(product.ownerUrl, bradford);

  await leave(folder, fileName, [...lines, planOf(merle)]);
  await expect
    .poll(() => answerOf(folder, fileName), { timeout: 60_000 })
    .toMatchObject({
      state: "applied",
      fileAnswer: "CPF02",
      counts: { added: 1, unchanged: plans, missing: 0 },
    });

  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, merle.nhsNumber);
  await expect(verdicts(crew).held).toBeVisible();
  await expect(crew.getByText("Merle Plover")).toBeVisible();
});

test("a worker killed in the middle of applying a list: nothing of it is there, and the next one applies all", async ({
  product,
}) => {
  const folder = product.environment["FEED_INBOX_DIR"] ?? "";
  const { lines, sequence, fileName } = await ownList(product.ownerUrl, hackney);
  const jay = newcomerNamed("Martin");
  const known = () =>
    askOwner(
      product.ownerUrl,
      z.object({ count: z.number() }),
      "select count(*)::int from subject where nhs_number = $1",
      [jay.nhsNumber],
    );

  const faults = await lockTable(product.ownerUrl, "data_fault");
  await leave(folder, fileName, [...lines, planOf(jay)]);
  await faults.isWaitedFor();
  await product.worker().kill();
  await faults.release();
  expect(await known()).toEqual([{ count: 0 }]);

  await product.restartWorker();
  await expect
    .poll(() => answerOf(folder, fileName), { timeout: 60_000 })
    .toMatchObject({ state: "applied", sequence, counts: { added: 1 } });
  expect(await known()).toEqual([{ count: 1 }]);
});

test("an authority whose list goes stale: the crew reads how old it is, and so does the data officer", async ({
  product,
  signIn,
}) => {
  const [held] = await askOwner(
    product.ownerUrl,
    z.object({ number: z.string() }),
    `select min(nhs_number) as number from subject join plan on plan.subject_id = subject.id
       join organisation on organisation.id = plan.authority_id
     where code = 'E08000035' and plan.kind = 'looked-after' and end_on is null and deleted_on is null
       and superseded_by is null and nhs_number > '9991'`,
  );
  const ofLeeds = "authority_id = (select id from organisation where code = 'E08000035')";
  await askOwner(
    product.ownerUrl,
    z.unknown(),
    `update register_state set last_received_at = now() - interval '75 hours' where ${ofLeeds}`,
  );

  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, held?.number ?? "");
  await expect(crew.getByText("Leeds’s list is 3 days old")).toBeVisible();
  await crew.goto("/check");
  await check(crew, "9990548609");
  await expect(
    crew.getByText(/The lists of \d+ of 153 local authorities are more than two days old/),
  ).toBeVisible();

  const officer = await signIn("data-officer");
  await officer.goto("/feeds");
  await expect(officer.getByText(/^(3|4) days old, received/)).toBeVisible();
  await askOwner(
    product.ownerUrl,
    z.unknown(),
    `update register_state set last_received_at = now() where ${ofLeeds}`,
  );
});
