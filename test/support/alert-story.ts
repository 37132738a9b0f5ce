import webPush from "web-push";
import { withWork, type Work } from "@/server/db/work";
import { startMail, type StandInMail } from "@/server/demo/messages/mail";
import { startNotify, type StandInNotify } from "@/server/demo/messages/notify";
import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import { acknowledgeAlert, type Acknowledged } from "@/server/domain/alert/hold/acknowledge-alert";
import type { JobService } from "@/server/jobs/worker-service";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { Role } from "@/server/vocabulary/permission";
import { PushMessage } from "@/test/support/read-push-message";
import { test as base } from "@/test/support/database";
import {
  startFakePushService,
  type BrowserSubscription,
  type FakeDelivery,
  type FakePushService,
} from "@/test/support/fake-push-service";
import { makeAlert, readProgress, type MadeAlert } from "@/test/support/make-alert";
import { makeDevice } from "@/test/support/make-device";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeShift } from "@/test/support/make-shift";
import { makeWorld, type World } from "@/test/support/make-world";

/** 21:10 on a Monday evening in London: the emergency team's hours. */
const beginning = new Date("2026-11-23T21:10:00Z");
const shiftMilliseconds = 8 * 3_600_000;

export interface DutyPerson {
  readonly actor: PersonActor;
  readonly phones: readonly BrowserSubscription[];
}

export type StoryService = TestJobService;

/** What happens to one alert, told with the clock in the test's hand: times are minutes since the question. */
export interface AlertStory {
  readonly world: World;
  readonly crew: PersonActor;
  readonly service: StoryService;
  readonly push: FakePushService;
  readonly urls: DatabaseUrls;
  readonly at: (minutes: number) => Date;
  /** A duty social worker on call from an hour before the beginning, with this many phones. */
  onCall(name: string, duty?: { readonly rung?: number; readonly phones?: number }): Promise<DutyPerson>;
  /** The crew asks about a child on a plan, the same one each time. */
  crewAsks(minutes?: number): Promise<MadeAlert>;
  /** A second authority that has a plan on the same child. */
  secondAuthority(): Promise<World>;
  /** Does what falls due up to this minute, each job at the time at which it falls due. */
  passTimeTo(minutes: number): Promise<void>;
  /** What happened to the alert, such as `notified Amira Hassan 1`. */
  eventsOf(alert: MadeAlert): Promise<string[]>;
  /** The line on the crew's card. */
  crewReads(alert: MadeAlert, minutes: number): Promise<string>;
  /** The person says "I'm taking this". */
  takes(person: DutyPerson, alert: MadeAlert, minutes: number): Promise<Acknowledged>;
  /** Somebody does something at this minute: `story.does(amira.actor, 3, (work) => declineAlert(work, alertId))`. */
  does<Result>(
    actor: PersonActor,
    minutes: number,
    useCase: (work: Work) => Promise<Result>,
  ): Promise<Result>;
  /** Somebody with this role at the authority, known from their last sign-in, with one phone. */
  member(role: Role, name: string): Promise<DutyPerson>;
  pushesTo(person: DutyPerson): FakeDelivery[];
  /** The right to report on the newest push to this person. */
  receiptOf(person: DutyPerson): string;
  /** The same for every push to this person. */
  receiptsOf(person: DutyPerson): string[];
}

interface OfTest {
  readonly story: AlertStory;
}

interface OfWorker {
  readonly push: FakePushService;
  /** Text messages and e-mail, over real sockets too. */
  readonly notify: StandInNotify;
  readonly mail: StandInMail;
}

/** Playwright's `test` with a story on a database of its own, and a push service over a real socket. */
export const test = base.extend<OfTest, OfWorker>({
  push: [
    async ({}, use) => {
      const push = await startFakePushService();
      await use(push);
      await push.stop();
    },
    { scope: "worker" },
  ],

  notify: [
    async ({}, use) => {
      const notify = await startNotify();
      await use(notify);
      await notify.stop();
    },
    { scope: "worker" },
  ],

  mail: [
    async ({}, use) => {
      const mail = await startMail();
      await use(mail);
      await mail.stop();
    },
    { scope: "worker" },
  ],

  story: async ({ freshDatabase, push, notify, mail }, use) => {
    const urls = await freshDatabase();
    const service = makeStoryService(urls.appUrl, push, {
      NOTIFY_URL: notify.url,
      NOTIFY_API_KEY: notify.apiKey,
      NOTIFY_TEMPLATE_ID: notify.templateId,
      SMTP_URL: mail.url,
      SMTP_FROM: "lantern@lantern.example",
    });
    const world = await makeWorld(urls, beginning);
    await use(await makeStory({ world, service, push, urls }));
    await service.stop();
  },
});

const vapidKeys = webPush.generateVAPIDKeys();

/** The settings with which a worker sends to our push service, in this process or another. */
export function storySettings(push: FakePushService): Readonly<Record<string, string>> {
  return {
    VAPID_PUBLIC_KEY: vapidKeys.publicKey,
    VAPID_PRIVATE_KEY: vapidKeys.privateKey,
    PUSH_HOSTS: push.host,
    PUSH_TIMEOUT_MILLISECONDS: "300",
  };
}

function makeStoryService(
  appUrl: string,
  push: FakePushService,
  messages: Readonly<Record<string, string>>,
): StoryService {
  const service = makeJobService(appUrl, { ...storySettings(push), ...messages });
  const sender = { ...service.sender, extraCertificateAuthority: push.certificateAuthorityPem };
  return { ...service, sender };
}

type Parts = Pick<AlertStory, "world" | "service" | "push" | "urls">;

async function makeStory({ world, service, push, urls }: Parts): Promise<AlertStory> {
  const crew = await world.person("crew", "Sam Rider");
  const { nhsNumber } = await world.plan();
  const at = (minutes: number) => new Date(beginning.getTime() + minutes * 60_000);
  const pushesTo = ({ phones }: DutyPerson) =>
    push.deliveries.filter((delivery) => phones.some(({ endpoint }) => endpoint === delivery.endpoint));
  const receiptsOf = (person: DutyPerson) =>
    pushesTo(person).map(({ message }) => PushMessage.parse(message).receipt);

  return {
    world,
    crew,
    service,
    push,
    urls,
    at,
    pushesTo,
    onCall: async (name, { rung = 1, phones = 1 } = {}) => {
      const actor = await world.person("duty-social-worker", name);
      await claimRole(world, actor, at(-60));
      const startsAt = at(-60);
      const endsAt = new Date(startsAt.getTime() + shiftMilliseconds);
      await makeShift(world, { personId: actor.personId, rung, startsAt, endsAt });
      const device = { push, person: actor, now: startsAt };
      const made = Array.from({ length: phones }, () => makeDevice(service, device));
      return { actor, phones: await Promise.all(made) };
    },
    crewAsks: (minutes = 0) => makeAlert(service, { crew, nhsNumber, now: at(minutes) }),
    secondAuthority: async () => {
      const second = await makeWorld(urls, beginning);
      await second.plan({ nhsNumber });
      return second;
    },
    passTimeTo: (minutes) => passTime(world, service, at(minutes)),
    eventsOf: ({ alertId }) => readEvents(world, alertId),
    crewReads: async ({ lookupId }, minutes) => {
      const [progress] = await readProgress(service, { crew, lookupId, now: at(minutes) });
      return progress?.line ?? "";
    },
    takes: ({ actor }, { alertId }, minutes) =>
      withWork(service.database, { actor, now: at(minutes) }, (work) => acknowledgeAlert(work, alertId)),
    does: (actor, minutes, useCase) => withWork(service.database, { actor, now: at(minutes) }, useCase),
    member: async (role, name) => {
      const actor = await world.person(role, name);
      await claimRole(world, actor, at(-60));
      return { actor, phones: [await makeDevice(service, { push, person: actor, now: at(-60) })] };
    },
    receiptOf: (person) => receiptsOf(person).at(-1) ?? "",
    receiptsOf,
  };
}

async function claimRole(
  world: World,
  { personId, organisationId, role }: PersonActor,
  at: Date,
): Promise<void> {
  await world.sql("insert into role_assignment values ($1, $2, $3, $4) on conflict do nothing", [
    personId,
    organisationId,
    role,
    at,
  ]);
}

async function passTime(world: World, service: JobService, until: Date): Promise<void> {
  for (;;) {
    const [row] = await world.sql(
      `select greatest(due_at, coalesce(leased_until, due_at)) as at from outbox where gave_up_at is null
       order by 1 limit 1`,
    );
    const at = row?.["at"];
    if (!(at instanceof Date) || at > until) return;
    await runDueJobs(service, at);
  }
}

async function readEvents(world: World, alertId: string): Promise<string[]> {
  const rows = await world.sql(
    `select concat_ws(' ', kind, person.name, rung) as line
     from alert_event left join person on person.id = person_id and kind <> 'raised'
     where alert_id = $1 order by happened_at, alert_event.id`,
    [alertId],
  );
  return rows.map(({ line }) => String(line));
}
