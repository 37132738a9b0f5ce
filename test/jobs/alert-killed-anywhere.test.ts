import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { expect } from "@playwright/test";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { acknowledgeAlert } from "@/server/domain/alert/hold/acknowledge-alert";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { RequestId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";
import { startMortalConnection, type Death } from "@/test/support/mortal-connection";

// A process dies at its first statement, then another at its second, and so on, each time before the statement leaves
// and once PostgreSQL has done it and nobody hears; until one lives to the end. What a kill -9 of web, of a worker or of
// PostgreSQL leaves behind is one of these. Whoever comes next must find it whole.
test.describe.configure({ timeout: 120_000 });

for (const when of ["before", "after"] as const) {
  test(`web killed ${when} any statement of a lookup: the phone asks again, and there is one answer and one alert`, async ({
    story,
  }) => {
    const found: unknown[] = [];
    const deaths = await dieAtEachStatement(story, when, async (death, minutes) => {
      const { nhsNumber } = await story.world.plan();
      const request = { nhsNumber, requestId: RequestId.parse(randomUUID()) };
      await perish(story, death, (mortal) => ask(mortal, request, minutes));
      found.push(await story.world.sql(onRecord, [nhsNumber]));
      expect([[nothing], [whole]]).toContainEqual(found.at(-1));

      await ask(story, request, minutes);
      expect(await story.world.sql(onRecord, [nhsNumber])).toEqual([whole]);
    });
    expect(deaths).toBeGreaterThan(8);
    // The last death of the second kind is at the commit, whose answer is lost: the phone cannot know, and asks again.
    expect(found.slice(0, deaths).filter((rows) => isDeepStrictEqual(rows, [whole]))).toHaveLength(
      when === "before" ? 0 : 1,
    );
  });

  test(`a worker killed ${when} any statement, from taking up an alert to the end of its push: told, once`, async ({
    story,
  }) => {
    const amira = await story.onCall("Amira Hassan");
    const deaths = await dieAtEachStatement(story, when, async (death, minutes) => {
      const { nhsNumber } = await story.world.plan();
      const alert = await makeAlert(story.service, { crew: story.crew, nhsNumber, now: story.at(minutes) });
      await perish(story, death, (mortal) => runDueJobs(mortal.service, story.at(minutes)));
      await story.passTimeTo(minutes + 0.3);

      expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1"]);
      expect(new Set(topicsAbout(story, amira, alert)).size).toBe(1);
      expect(await story.world.sql(noticesOf, [alert.alertId])).toEqual([{ notices: 1, accepted: 1 }]);
      await take(story, { person: amira, alert }, minutes + 0.4);
    });
    expect(deaths).toBeGreaterThan(12);
  });

  test(`web killed ${when} any statement of "I'm taking this": it is taken once, by who said so`, async ({
    story,
  }) => {
    const amira = await story.onCall("Amira Hassan");
    const deaths = await dieAtEachStatement(story, when, async (death, minutes) => {
      const { nhsNumber } = await story.world.plan();
      const alert = await makeAlert(story.service, { crew: story.crew, nhsNumber, now: story.at(minutes) });
      await perish(story, death, (mortal) => take(mortal, { person: amira, alert }, minutes));
      await take(story, { person: amira, alert }, minutes);

      expect(await story.eventsOf(alert)).toEqual(["raised", "acknowledged Amira Hassan"]);
      await story.passTimeTo(minutes + 0.3);
      expect(topicsAbout(story, amira, alert)).toEqual([]);
    });
    expect(deaths).toBeGreaterThan(3);
  });
}

type Mortal = Pick<AlertStory, "service" | "crew" | "at">;

/** One death after the other, half a minute apart; how many there were before one lived. */
async function dieAtEachStatement(
  story: AlertStory,
  when: Death["when"],
  live: (death: MortalDeath, minutes: number) => Promise<void>,
): Promise<number> {
  for (let statement = 1; ; statement += 1) {
    const death: MortalDeath = { statement, when, hasCome: true };
    await live(death, statement / 2);
    if (!death.hasCome) return statement - 1;
  }
}

interface MortalDeath extends Death {
  hasCome: boolean;
}

async function perish(
  story: AlertStory,
  death: MortalDeath,
  act: (mortal: Mortal) => Promise<unknown>,
): Promise<void> {
  const connection = await startMortalConnection(story.urls.appUrl, death);
  const database = connectDatabase({ url: connection.url, connections: 1 });
  await act({ ...story, service: { ...story.service, database } }).catch(() => undefined);
  death.hasCome = connection.hasDied();
  await database.$disconnect();
  await connection.stop();
}

function ask(
  { service, crew, at }: Mortal,
  request: { readonly nhsNumber: NhsNumber; readonly requestId: RequestId },
  minutes: number,
): Promise<unknown> {
  const settings = { ...service.configuration, mode: "unscheduled" as const };
  return withWork(service.database, { actor: crew, now: at(minutes) }, (work) =>
    lookUpChild(work, request, settings),
  );
}

interface Taking {
  readonly person: DutyPerson;
  readonly alert: MadeAlert;
}

function take({ service, at }: Mortal, { person, alert }: Taking, minutes: number): Promise<unknown> {
  return withWork(service.database, { actor: person.actor, now: at(minutes) }, (work) =>
    acknowledgeAlert(work, alert.alertId),
  );
}

function topicsAbout(story: AlertStory, person: DutyPerson, { alertId }: MadeAlert): string[] {
  return story.pushesTo(person).flatMap(({ topic }) => (topic === pushTopic(alertId) ? [topic] : []));
}

const onRecord = `
  select count(*)::int as lookups, count(attendance.lookup_id)::int as attendances, count(alert.id)::int as alerts,
    (select count(*)::int from audit where nhs_number = $1) as audited,
    (select count(*)::int from outbox where job ->> 'alertId' = min(alert.id::text)) as climbs
  from lookup left join attendance on attendance.lookup_id = lookup.id left join alert on alert.lookup_id = lookup.id
  where lookup.nhs_number = $1`;
const nothing = { lookups: 0, attendances: 0, alerts: 0, audited: 0, climbs: 0 };
const whole = { lookups: 1, attendances: 1, alerts: 1, audited: 1, climbs: 1 };

const noticesOf = `
  select count(*)::int as notices, count(accepted_at)::int as accepted from notice
  where alert_id = $1 and purpose = 'alert'`;
