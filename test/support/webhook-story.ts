import { createHmac } from "node:crypto";
import { withWork, type Work } from "@/server/db/work";
import { acknowledgeAlert } from "@/server/domain/alert/hold/acknowledge-alert";
import { addWebhook, type ShownSecret } from "@/server/domain/webhook/add-webhook";
import { listWebhooks, type ListedWebhook } from "@/server/domain/webhook/list-webhooks";
import { fhirJson } from "@/server/standards/fhir/negotiate";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import type { PersonActor } from "@/server/vocabulary/actor";
import { webhookHosts } from "@/server/vocabulary/webhook-address";
import { test as base } from "@/test/support/database";
import {
  startFakeCaseSystem,
  type FakeCaseSystem,
  type ReceivedDelivery,
} from "@/test/support/fake-case-system";
import { expectValidResource } from "@/test/support/fhir-schema";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const beginning = new Date("2026-11-23T21:10:00Z");

/** An authority whose case system is told, with the clock in the test's hand: times are minutes from the beginning. */
export interface WebhookStory {
  readonly world: World;
  /** An authority that has no case system here. */
  readonly other: World;
  readonly service: TestJobService;
  readonly system: FakeCaseSystem;
  readonly manager: PersonActor;
  readonly crew: PersonActor;
  readonly at: (minutes: number) => Date;
  /** The manager adds the address of a system. */
  adds(minutes?: number, address?: string): Promise<ShownSecret>;
  /** The same, and it has taken the test. */
  isTold(): Promise<ShownSecret>;
  /** A crew asks about a child of the authority, and a duty worker takes the alert: two events. */
  attends(minutes: number): Promise<MadeAlert & { readonly nhsNumber: string }>;
  /** Does what is due at this minute, but for pushes. */
  runs(minutes: number): Promise<void>;
  does<Result>(
    actor: PersonActor,
    minutes: number,
    useCase: (work: Work) => Promise<Result>,
  ): Promise<Result>;
  /** The first address as the manager's page has it. */
  shown(minutes: number): Promise<ListedWebhook | undefined>;
}

export const test = base.extend<{ readonly story: WebhookStory; readonly system: FakeCaseSystem }>({
  system: async ({}, use) => {
    const system = await startFakeCaseSystem();
    await use(system);
    await system.stop();
    for (const { headers, body } of system.received)
      if (headers["content-type"] === fhirJson) expectValidResource(JSON.parse(body));
  },
  story: async ({ freshDatabase, system }, use) => {
    const urls = await freshDatabase();
    const service = makeJobService(urls.appUrl, {
      WEBHOOK_HOSTS: system.host,
      WEBHOOK_LOOPBACK: "allowed",
      WEBHOOK_TIMEOUT_MILLISECONDS: "1000",
    });
    const [world, other] = [await makeWorld(urls, beginning), await makeWorld(urls, beginning)];
    await use(await makeStory({ world, other, service, system }));
    await service.stop();
  },
});

type Parts = Pick<WebhookStory, "world" | "other" | "service" | "system">;

async function makeStory({ world, other, service, system }: Parts): Promise<WebhookStory> {
  const manager = await world.person("authority-manager", "Ruth Ellison");
  const crew = await world.person("crew");
  const duty = await world.person("duty-social-worker");
  const at = (minutes: number) => new Date(beginning.getTime() + minutes * 60_000);
  const settings = {
    ...webhookHosts(service.configuration),
    deviceKey: service.configuration.DEVICE_KEY,
  };
  const does: WebhookStory["does"] = (actor, minutes, useCase) =>
    withWork(service.database, { actor, now: at(minutes) }, useCase);
  const adds: WebhookStory["adds"] = (minutes = 0, address = system.url) =>
    does(manager, minutes, (work) => addWebhook(work, address, settings));
  const runs = async (minutes: number) => {
    await runDueJobs(service, at(minutes), "prompt");
    await runDueJobs(service, at(minutes), "webhooks");
  };

  return {
    world,
    service,
    system,
    manager,
    crew,
    at,
    does,
    adds,
    runs,
    isTold: async () => {
      const shown = await adds();
      await runs(0);
      return shown;
    },
    attends: async (minutes) => {
      const { nhsNumber } = await world.plan();
      const alert = await makeAlert(service, { crew, nhsNumber, now: at(minutes) });
      await does(duty, minutes, (work) => acknowledgeAlert(work, alert.alertId));
      return { ...alert, nhsNumber };
    },
    other,
    shown: async (minutes) => (await does(manager, minutes, listWebhooks))[0],
  };
}

/** What a receiver does with the signature: see docs/integrating.md. */
export function isSignedWith(secret: string, { headers, body }: ReceivedDelivery): boolean {
  const expected = createHmac("sha256", secret)
    .update(`${String(headers["lantern-timestamp"])}.${body}`)
    .digest("hex");
  return String(headers["lantern-signature"]).split(",").includes(`v1=${expected}`);
}
