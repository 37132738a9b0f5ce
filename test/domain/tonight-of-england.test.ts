import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { seed } from "@/prisma/seed/seed";
import { withWork } from "@/server/db/work";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import { runSql } from "@/server/demo/postgres-databases";
import { test } from "@/test/support/database";
import { makeService } from "@/test/support/make-service";
import { startMortalConnection } from "@/test/support/mortal-connection";

const now = new Date("2026-11-23T21:14:00Z");

async function findOperator(ownerUrl: string): Promise<PersonActor> {
  const [row] = await runSql(
    ownerUrl,
    `select person.id as person, organisation.id as service from person, organisation
     where person.name = 'Sam Turner' and organisation.kind = 'service'`,
  );
  const found = z.object({ person: PersonId, service: OrganisationId }).parse(row);
  return {
    kind: "person",
    personId: found.person,
    sessionId: SessionId.parse(randomUUID()),
    name: "Sam Turner",
    role: "operator",
    organisationId: found.service,
    organisationName: "Lantern",
    authorityIds: [],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}

test("an operator's page on all 153 authorities takes a handful of statements, and finds the two lists that are late", async ({
  freshDatabase,
}) => {
  const { ownerUrl, appUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });
  const connection = await startMortalConnection(appUrl, { statement: 9_999, when: "after" });
  const service = makeService(connection.url, { DATABASE_CONNECTIONS: "2" });
  const actor = await findOperator(ownerUrl);

  const tonight = await withWork(service.database, { actor, now }, (work) =>
    readTonightOfAll(work, paceSettings(service.configuration)),
  );
  await service.stop();
  await connection.stop();

  const badKinds = tonight.tiles.flatMap(({ findings }) =>
    findings.filter(({ level }) => level === "bad").map(({ kind }) => kind),
  );
  expect(tonight.tiles).toHaveLength(153);
  expect(badKinds).toEqual(["list", "list"]);
  expect(connection.statements()).toBeLessThanOrEqual(14);
});
