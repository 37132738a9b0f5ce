import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

interface Told {
  readonly host: string;
  readonly channel?: "text" | "push";
  readonly minutesAgo?: number;
  readonly isAccepted?: boolean;
  readonly answer?: string;
  readonly status?: number;
}

/** What was queued for somebody, each to a device of its own, with what the push service said. */
async function tell(world: World, person: PersonActor, told: readonly (Told & { readonly at: Date })[]) {
  for (const [place, { host, channel = "push", at, isAccepted = false, answer, status }] of told.entries())
    await world.sql(
      `with device as (insert into device (person_id, organisation_id, address_digest, sealed_address, push_host,
           added_at, channel, hint)
         values ($1, $2, lpad($3::text, 64, '0'), '\\x00', $4, $5, $6, 'ends 960') returning id, person_id)
       insert into notice (purpose, round, device_id, person_id, queued_at, ends_at, accepted_at, last_answer,
         last_status_code)
       select 'test', 0, id, person_id, $5, $5, case when $7 then $5::timestamptz end, $8, $9 from device`,
      [
        person.personId,
        person.organisationId,
        place,
        host,
        at,
        channel,
        isAccepted,
        answer ?? null,
        status ?? null,
      ],
    );
}

const google = "fcm.googleapis.com";
const accepted: Told = { host: google, isAccepted: true, answer: "taken", status: 201 };
const night: readonly Told[] = [
  accepted,
  accepted,
  { ...accepted, host: "web.push.apple.com" },
  { host: google, answer: "too many", status: 429 },
  { host: google, answer: "no answer" },
  { host: google, answer: "gone", status: 410 },
  { host: google },
  { host: google, minutesAgo: 61, answer: "refused", status: 400 },
  { host: google, minutesAgo: 59, answer: "refused", status: 400 },
  { host: "text", channel: "text", answer: "refused", status: 400 },
];

test("how push services answered in the last hour comes from the notices to the page, for managers and operators alike", async ({
  world,
  service,
  now,
}) => {
  const amira = await world.person("duty-social-worker");
  const told = night.map((one) => ({ ...one, at: new Date(now.getTime() - (one.minutesAgo ?? 5) * 60_000) }));
  await tell(world, amira, told);
  const as = (actor: PersonActor) => createCaller({ service, now, session: { state: "open", actor } });

  const own = await as(await world.person("authority-manager")).tonight.own();
  const ofAll = await as(await world.person("operator")).tonight.ofAll();

  expect(own.vendors).toEqual([
    { name: "Google’s push service", answered: 6, failed: 3, isFailing: true },
    { name: "The service for text messages", answered: 1, failed: 1, isFailing: false },
    { name: "Apple’s push service", answered: 1, failed: 0, isFailing: false },
  ]);
  expect(ofAll.vendors).toEqual(own.vendors);
  for (const { service: findings } of [own, ofAll])
    expect(findings.map(({ level, what }) => `${level}: ${what}`)).toContain(
      "bad: Google’s push service failed with 3 of 6 pushes of the last hour.",
    );
});
