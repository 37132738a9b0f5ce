import { runDueJobs } from "@/server/jobs/run-due-jobs";
import type { PersonActor } from "@/server/vocabulary/actor";
import { storySettings } from "@/test/support/alert-story";
import { test as base } from "@/test/support/database";
import {
  startFakePushService,
  type BrowserSubscription,
  type FakePushService,
} from "@/test/support/fake-push-service";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";
import { makeDevice } from "@/test/support/make-device";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeShift } from "@/test/support/make-shift";
import { makeWorld, type World } from "@/test/support/make-world";
import { quietEvening, quietShift } from "@/test/support/no-reach-checks";

/** Two push services and one authority. A worker at work lives by the real clock, so the story plays now. */
export interface PushHostsStory {
  readonly hanging: FakePushService;
  readonly healthy: FakePushService;
  /** Waits for a push service longer than any test may take: what leaves in time has waited for none. */
  readonly service: TestJobService;
  readonly sql: World["sql"];
  readonly crew: PersonActor;
  /** Somebody on the first rung, with so many phones of this push service. */
  onCall(name: string, push: FakePushService, phones: number): Promise<readonly BrowserSubscription[]>;
  /** A crew asks about a child whom nobody has asked about before. */
  raiseAlert(): Promise<MadeAlert>;
  /** Takes the next steps of every alert's ladder, and sends nothing. */
  climb(): Promise<void>;
}

export const hostsTest = base.extend<{ readonly hosts: PushHostsStory }>({
  hosts: async ({ freshDatabase }, use) => {
    const urls = await freshDatabase();
    const [hanging, healthy] = [await startFakePushService(), await startFakePushService()];
    const service = makeService(urls.appUrl, [hanging, healthy]);
    const world = await makeWorld(urls, new Date());
    const crew = await world.person("crew", "Sam Rider");
    await use({
      hanging,
      healthy,
      service,
      sql: (text, values) => world.sql(text, values),
      crew,
      onCall: async (name, push, phones) => {
        const person = await world.person("duty-social-worker", name);
        await makeShift(world, { personId: person.personId, ...quietShift() });
        return makePhones(service, { push, person, phones });
      },
      climb: async () => {
        await runDueJobs(service, new Date(), "prompt");
      },
      raiseAlert: async () => {
        const { nhsNumber } = await world.plan();
        return makeAlert(service, { crew, nhsNumber, now: new Date() });
      },
    });
    await service.stop();
    await Promise.all([hanging.stop(), healthy.stop()]);
  },
});

function makeService(appUrl: string, both: readonly FakePushService[]): TestJobService {
  const service = makeJobService(appUrl, {
    ...both.map(storySettings).at(0),
    PUSH_HOSTS: both.map(({ host }) => host).join(","),
    PUSH_TIMEOUT_MILLISECONDS: "60000",
    REACH_CHECK_AT: quietEvening(),
  });
  const authorities = both.map(({ certificateAuthorityPem }) => certificateAuthorityPem).join("");
  return { ...service, sender: { ...service.sender, extraCertificateAuthority: authorities } };
}

interface PhonesToMake {
  readonly push: FakePushService;
  readonly person: PersonActor;
  readonly phones: number;
}

function makePhones(service: TestJobService, { push, person, phones }: PhonesToMake) {
  const now = new Date();
  return Promise.all(Array.from({ length: phones }, () => makeDevice(service, { push, person, now })));
}
