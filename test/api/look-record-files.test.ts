import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { flattenedVerify, importJWK } from "jose";
import { z } from "zod";
import { publicKeys } from "@/server/api/look-record/signature";
import { callerOf, test } from "@/test/support/look-record-desk";
import { makeService } from "@/test/support/make-service";
import { readPdf } from "@/test/support/read-pdf";
import { testSigningKeys } from "@/test/support/test-signing-keys";

test("the signature is over the very bytes of the file, and a changed byte breaks it", async ({
  full,
  taken,
}) => {
  const { json, signature } = taken;
  const [header = "", payload = "", end = ""] = signature.split(".");
  const { keys } = await publicKeys(testSigningKeys);
  const key = await importJWK(z.record(z.string(), z.string()).parse(keys[0]), "EdDSA");
  const check = (bytes: Buffer) =>
    flattenedVerify({ protected: header, payload: bytes.toString("base64url"), signature: end }, key);

  expect(payload).toBe("");
  expect(JSON.parse(json.toString())).toMatchObject({ nhsNumber: full.child.nhsNumber });
  await expect(check(json)).resolves.toBeDefined();
  const changed = Buffer.from(json);
  changed.writeUInt8((changed.at(100) ?? 0) ^ 1, 100);
  await expect(check(changed)).rejects.toThrow("signature verification failed");
  expect(JSON.stringify(keys)).not.toContain('"d"');
});

test("the command of the operations guide says whether a record is sound", async ({
  taken: { json, signature },
}) => {
  const place = (name: string) => test.info().outputPath(name);
  await writeFile(place("r.json"), json);
  await writeFile(place("r.jws"), signature);
  await writeFile(place("keys.json"), JSON.stringify(await publicKeys(testSigningKeys)));
  await writeFile(place("changed.json"), json.toString().replace("Test crew", "Test crow"));
  const run = (record: string) =>
    promisify(execFile)(process.execPath, [
      "docs/verify-record.mjs",
      ...[record, "r.jws", "keys.json"].map(place),
    ]);

  expect((await run("r.json")).stdout).toContain("Sound: these bytes were signed.");
  await expect(run("changed.json")).rejects.toMatchObject({ code: 1 });
});

test("paper holds the same, with digest and signature on its last page, and its title tells nothing", async ({
  taken: { json, signature, file },
}) => {
  const { title, isTagged, pages } = await readPdf(await file("pdf"));
  const text = pages.map((page) => page.text).join(" ");
  const last = (pages.at(-1)?.text ?? "").replaceAll(" ", "");

  expect({ title, isTagged }).toEqual({ title: "Who looked at one NHS number", isTagged: true });
  expect(text).toContain("Entry 1. 23 November 2026, 21:14: Test crew looked the number up");
  expect(text).toContain("Answered: A plan is held.");
  expect(text).toContain("Test duty-social-worker by phone or browser");
  expect(text).toContain("Whether others looked as well is not in this record");
  expect(last).toContain(createHash("sha256").update(json).digest("hex"));
  expect(last).toContain(signature);
  expect(text).not.toContain("Robin");
});

test("a record that was changed, or that another key signed, leaves as no file", async ({
  world,
  service,
  officer,
  taken: { sealed },
}) => {
  const [header = "", payload = "", end = ""] = sealed.split(".");
  const forged = Buffer.from(Buffer.from(payload, "base64url").toString().replace("crew", "crow"));
  const caller = callerOf(service, officer);

  for (const wrong of [`${header}.${forged.toString("base64url")}.${end}`, "a.b.c", ""]) {
    await expect(caller.looks.export({ sealed: wrong, form: "json" })).rejects.toThrow(
      "This record was changed or is not one of Lantern’s. Open it again.",
    );
  }
  const rows = await world.sql(
    "select count(*)::int as times from audit where person_id = $1 and action = 'looks:export' and outcome = 'refused'",
    [officer.personId],
  );
  expect(rows).toEqual([{ times: 3 }]);
});

test("a record that an older key signed is still good after the key was replaced", async ({
  database,
  officer,
  taken: { sealed },
}) => {
  const [old] = testSigningKeys.keys;
  const other = { kty: "OKP", crv: "Ed25519", d: "A".repeat(43), x: "A".repeat(43) };
  const { d: _secret, ...oldPublic } = old;
  const replaced = makeService(database.appUrl, {
    RECORD_SIGNING_KEYS: JSON.stringify({ keys: [other, oldPublic] }),
  });

  const file = await callerOf(replaced, officer).looks.export({ sealed, form: "json" });

  expect(file.fileName).toBe("who-looked.json");
  await replaced.stop();
});
