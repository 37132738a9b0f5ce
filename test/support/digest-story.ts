import { withWork } from "@/server/db/work";
import { chooseDigest } from "@/server/domain/digest/choose-digest";
import type { stopDigest } from "@/server/domain/digest/stop-digest";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import type { Role } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/alert-story";

const asked = new Date("2026-11-24T12:00:00Z");
export const mondayAtEight = new Date("2026-11-30T08:00:00Z");
/** So many minutes after it. */
export const later = (minutes: number) => new Date(mondayAtEight.getTime() + minutes * 60_000);

interface Digests {
  /** Somebody in this role who signed in lately and asked for weekly figures. */
  readonly asks: (role: Role, address: string, at?: Date) => Promise<PersonActor>;
  readonly does: (actor: PersonActor, now: Date, what: typeof stopDigest) => Promise<void>;
  /** The worker looks at the clock and does what is due. */
  readonly passes: (now: Date) => Promise<void>;
  readonly mailTo: (address: string) => readonly string[];
  readonly outcomes: () => Promise<unknown>;
}

export const test = base.extend<{ readonly digests: Digests }>({
  digests: async ({ story: { service, world }, mail }, use) => {
    const deviceKey = { deviceKey: service.configuration.DEVICE_KEY };
    await use({
      asks: async (role, address, at = asked) => {
        const actor = await world.person(role, `Secret ${role}`);
        await world.sql(
          `insert into role_assignment (person_id, organisation_id, role, last_claimed_at) values ($1, $2, $3, $4)
           on conflict (person_id, organisation_id, role) do update set last_claimed_at = $4`,
          [actor.personId, actor.organisationId, role, asked],
        );
        await withWork(service.database, { actor, now: at }, (work) =>
          chooseDigest(work, { address }, deviceKey),
        );
        return actor;
      },
      does: (actor, now, what) => withWork(service.database, { actor, now }, what),
      passes: async (now) => {
        const entries = timetable.filter(({ job }) => job.kind === "plan-digests");
        await withWork(service.database, { actor: systemActor("worker"), now }, (work) =>
          beginTurns(work, entries),
        );
        await runDueJobs(service, now);
      },
      mailTo: (address) => mail.taken.filter(({ to }) => to.includes(address)).map(({ raw }) => plain(raw)),
      outcomes: () => world.sql("select hint, outcome from weekly_digest order by hint"),
    });
  },
});

/** The text as its reader sees it, whatever it was wrapped in for the way. */
function plain(raw: string): string {
  const bytes = raw
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}
