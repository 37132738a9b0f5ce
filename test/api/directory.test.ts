import { expect } from "@playwright/test";
import { answerDirectory } from "@/server/api/directory";
import { test } from "@/test/support/service";

test("the directory is public, says its hours in words, and is not sent again unchanged", async ({
  now,
  world,
  service,
}) => {
  const request = new Request("http://localhost/api/directory");
  const response = await answerDirectory(service, request, now);

  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(await response.json()).toEqual({
    asAt: now.toISOString(),
    authorities: [
      {
        gssCode: world.authority.code,
        name: world.authority.name,
        region: "",
        officeNumber: "01632 960100",
        officeHours: "Monday to Thursday 9am to 5pm, Friday to 4:30pm",
        emergencyNumber: "01632 960200",
      },
    ],
  });

  const etag = String(response.headers.get("etag"));
  const again = new Request(request, { headers: { "If-None-Match": `W/${etag}` } });
  expect((await answerDirectory(service, again, new Date("2026-11-23T22:00:00Z"))).status).toBe(304);

  await world.sql("update authority_contact set office_number = '01632 960101'");
  expect((await answerDirectory(service, again, now)).status).toBe(200);
});
