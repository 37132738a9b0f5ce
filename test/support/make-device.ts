import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { keepDevice } from "@/server/domain/push/keep-device";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { BrowserSubscription, FakePushService } from "@/test/support/fake-push-service";

interface DeviceToMake {
  readonly push: FakePushService;
  readonly person: PersonActor;
  readonly now: Date;
}

/** A phone of this person, kept the way a person does it, whose pushes our push service can read. */
export async function makeDevice(
  { database, configuration }: Pick<Service, "database" | "configuration">,
  { push, person, now }: DeviceToMake,
): Promise<BrowserSubscription> {
  const subscription = push.makeSubscription(configuration.VAPID_PUBLIC_KEY);
  const settings = { deviceKey: configuration.DEVICE_KEY, pushHosts: configuration.PUSH_HOSTS };
  await withWork(database, { actor: person, now }, (work) => keepDevice(work, { subscription }, settings));
  return subscription;
}
