import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { decideOnLook } from "@/server/domain/looks/review/decide-on-look";
import { listUnusualLooks } from "@/server/domain/looks/review/list-unusual-looks";
import { makeNhsNumber } from "@/test/support/make-world";
import { addLook } from "@/test/support/look-review-desk";
import { later, mondayAtEight, test } from "@/test/support/digest-story";

const [address, quiet] = ["p@trust.example", "q@trust.example"] as const;

test("a privacy officer who asked is told on Monday which looks wait, by reference alone", async ({
  story: { world, service, crew },
  digests: { asks, passes, mailTo, outcomes },
}) => {
  const officer = await asks("privacy-officer", address);
  const nhsNumber = makeNhsNumber();
  const first = await addLook(world, crew, { nhsNumber, isOnCall: false, at: "2026-11-28T09:00:00Z" });
  await addLook(world, crew, { isOnCall: false, at: "2026-11-28T10:00:00Z" });
  const asked = { lookupId: first, decision: "asked" as const, note: "What was the call?" };
  await withWork(service.database, { actor: officer, now: mondayAtEight }, (work) =>
    decideOnLook(work, asked),
  );

  for (const minutes of [0, 5, 600]) await passes(later(minutes));

  const { looks } = await withWork(service.database, { actor: officer, now: mondayAtEight }, (work) =>
    listUnusualLooks(work),
  );
  expect(looks).toHaveLength(2);
  const [letter = "", ...more] = mailTo(address);
  expect(more).toEqual([]);
  for (const { reference } of looks) expect(letter).toContain(`\n${reference}\n`);
  expect(letter).toContain("\nWaiting: 2\nOf these somebody was asked about: 1, answered: 0\n");
  expect(letter).toContain("http://localhost:3000/audit/unusual\n");
  expect(letter).not.toContain(nhsNumber);
  expect(letter).not.toMatch(/Amira|Secret|call-out|What was the call/);
  expect(await outcomes()).toEqual([{ hint: "p•••@trust.example", outcome: "sent" }]);
});

test("where no look waits the e-mail says so", async ({
  story: { world, crew },
  digests: { asks, passes, mailTo },
}) => {
  await asks("privacy-officer", quiet);
  await addLook(world, crew, { at: "2026-11-30T07:00:00Z" });

  for (const minutes of [0, 10]) await passes(later(minutes));

  const letters = mailTo(quiet);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toContain("\nWaiting: 0\n");
  expect(letters[0]).not.toContain("References");
});
