import { expect } from "@playwright/test";
import type { z } from "zod";
import { listNotices } from "@/server/api/list-notices";
import { NoticesReply } from "@/server/vocabulary/plain-doors/replies";
import { makeFeedToken } from "@/test/support/make-feed";
import { makeAlert } from "@/test/support/make-alert";
import type { World } from "@/test/support/make-world";
import { test as base, type WebhookStory } from "@/test/support/webhook-story";

interface Asking {
  readonly code?: string;
  readonly bearer?: string;
}

interface Given {
  readonly token: string;
  readonly asks: (query?: string, asking?: Asking) => Promise<Response>;
}

const test = base.extend<Given>({
  token: async ({ story }, use) => use(await makeFeedToken(story.world)),
  asks: async ({ story, token }, use) =>
    use((query = "", { code = story.world.authority.code, bearer = token } = {}) => {
      const headers = { Authorization: `Bearer ${bearer}` };
      const request = new Request(`http://localhost/api/notices/${code}${query}`, { headers });
      return listNotices(story.service, request, { authorityCode: code, now: story.at(10) });
    }),
});

async function pageOf(response: Promise<Response>): Promise<z.infer<typeof NoticesReply>> {
  return NoticesReply.parse(await (await response).json());
}

const readings = (world: World) =>
  world.sql(
    `select outcome, detail, trim(nhs_number) as nhs_number, concerns, organisation_id, actor_name from audit
     where action = 'notice:read' order by id`,
  );

async function missedTwo(story: WebhookStory) {
  await story.isTold();
  story.system.answerWith({ status: 503 });
  const [first, second] = [await story.attends(1), await story.attends(2)];
  await story.runs(2);
  return { first, second };
}

test("a case system reads by number whose child it was, where, when, whom to ring, and how the notice stands", async ({
  story,
  asks,
}) => {
  const { first, second } = await missedTwo(story);
  const { world } = story;
  const response = await asks("?after=0&limit=3");

  expect(response.headers.get("cache-control")).toBe("no-store");
  const page = NoticesReply.parse(await response.json());
  expect(page).toEqual({
    authority: world.authority.code,
    hasMore: true,
    notices: [
      {
        number: 1,
        kind: "raised",
        at: story.at(1).toISOString(),
        reference: first.reference,
        nhsNumber: first.nhsNumber,
        lookedAt: story.at(1).toISOString(),
        organisation: world.trust.name,
        setting: "Ambulance",
        callBackNumber: "07700 900123",
        noticeKind: "look-up",
        noticeAt: story.at(1).toISOString(),
        state: "taken",
      },
      expect.objectContaining({ number: 2, kind: "acknowledged", nhsNumber: first.nhsNumber }),
      expect.objectContaining({ number: 3, kind: "raised", nhsNumber: second.nhsNumber }),
    ],
  });
  const rest = await pageOf(asks("?after=3"));
  expect(rest).toMatchObject({ hasMore: false, notices: [{ number: 4, kind: "acknowledged" }] });
});

test("each child that is read is on record for the authority, and so is whoever is not let in", async ({
  story,
  asks,
}) => {
  const { first, second } = await missedTwo(story);
  const { nhsNumber } = await story.other.plan();
  await makeAlert(story.service, { crew: story.crew, nhsNumber, now: story.at(3) });

  const page = await pageOf(asks());
  await asks("?after=4");
  const statuses = [];
  for (const asking of [{ code: "E99999999" }, { code: story.other.authority.code }, { bearer: "guessed" }])
    statuses.push((await asks("", asking)).status);
  for (const query of ["?after=-1", "?after=x", "?limit=0", "?limit=101", "?nhs_number=1"])
    expect.soft((await asks(query)).status, query).toBe(400);

  expect(page.notices.map((notice) => notice.nhsNumber)).not.toContain(nhsNumber);
  expect(statuses).toEqual([404, 403, 401]);
  const own = { outcome: "done", organisation_id: story.world.authority.id, actor_name: "feed-door" };
  expect(await readings(story.world)).toMatchObject([
    { ...own, nhs_number: first.nhsNumber, concerns: first.alertId, detail: null },
    { ...own, nhs_number: second.nhsNumber, concerns: second.alertId, detail: null },
    { ...own, nhs_number: null, detail: "nothing new" },
    { outcome: "refused" },
    { outcome: "refused" },
    { outcome: "refused", detail: "This door opens with the bearer token of an authority." },
  ]);
});
