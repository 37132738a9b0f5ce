import { createCaller } from "@/server/api/root";
import type { RowsPage } from "@/server/domain/insight/list-rows";
import type { Role } from "@/server/vocabulary/permission";
import type { RowsRequest } from "@/server/vocabulary/rows-request";
import { countFigures } from "@/test/support/count-figures";
import { pastNow, test as base, type CountedPast } from "@/test/support/counted-past";
import { makeReports } from "@/test/support/make-reports";

type Caller = ReturnType<typeof createCaller>;

interface OfTest {
  /** A person of the first world in this role; of both authorities, where that is asked for. */
  readonly callerFor: (role: Role, both?: "both") => Promise<Caller>;
}

/** `test` with a counted past that has everything that a figure counts. Tests of the past without reports have one of their own. */
export const test = base.extend<OfTest, { readonly all: CountedPast }>({
  all: [
    async ({ counted }, use) => {
      await makeReports(counted.worlds, pastNow);
      await countFigures(counted.service.database, pastNow);
      await use(counted);
    },
    { scope: "worker" },
  ],
  callerFor: async ({ all: { service, worlds } }, use) =>
    use(async (role, both) => {
      const person = await worlds[0].person(role);
      const authorityIds = both ? worlds.map(({ authority }) => authority.id) : person.authorityIds;
      const actor = { ...person, authorityIds };
      return createCaller({ service, session: { state: "open", actor }, now: pastNow });
    }),
});

/** Names, words and telephone numbers that the past has. */
export const identities = /Secret|Robin|07700|01632|burn|We ring/;

/** Every page of these rows, as somebody turns them. */
export async function allPages(caller: Caller, request: RowsRequest): Promise<readonly RowsPage[]> {
  const page = await caller.insight.rows(request);
  return page.next === undefined
    ? [page]
    : [page, ...(await allPages(caller, { ...request, after: page.next }))];
}
