import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import { makeService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { startMortalConnection } from "@/test/support/mortal-connection";
import { test } from "@/test/support/reach-story";
import { evening, nightThatIsFine, tonightOf, tonightOfAll, wrongIn } from "@/test/support/tonight-story";

test("a manager reads nothing of another authority's night", async ({ reach }) => {
  const { story } = reach;
  const other = await story.secondAuthority();
  const stranger = await other.person("authority-manager");
  const amira = await story.onCall("Amira Hassan");
  await story.crewAsks(0);

  const tonight = await tonightOf(reach, stranger, evening);

  expect(tonight.authorities.map(({ authorityId }) => authorityId)).toEqual([other.authority.id]);
  expect(JSON.stringify(tonight)).not.toContain(story.world.authority.id);
  expect(JSON.stringify(tonight)).not.toContain(amira.actor.name);
});

test("the operator sees every authority's state and whom to ring, and nobody's name, child or alert", async ({
  reach,
}) => {
  const { story } = reach;
  const { world } = story;
  const other = await story.secondAuthority();
  const idle = await makeWorld(story.urls, new Date(evening));
  await idle.sql("update register_state set last_received_at = null where authority_id = $1", [
    idle.authority.id,
  ]);
  await nightThatIsFine(reach);
  const operator = await world.person("operator");
  const before = await tonightOfAll(reach, operator, evening);
  const alert = await story.crewAsks(0);
  const after = await tonightOfAll(reach, operator, story.at(9));

  const stateOf = ({ authority }: World, read = before) =>
    read.tiles.find(({ authorityId }) => authorityId === authority.id);
  expect([stateOf(world)?.state, stateOf(other)?.state, stateOf(idle)?.state]).toEqual([
    "fine",
    "bad",
    "not-live",
  ]);
  expect(stateOf(other)?.findings[0]).toMatchObject({
    kind: "nobody-now",
    todo: "Tell them: Put somebody on the rota now.",
    ways: [{ kind: "ring", number: "01632 960200" }],
  });
  expect(wrongIn(stateOf(world, after)?.findings ?? [])).toEqual(["bad waiting"]);
  const leaving = JSON.stringify([before, after]);
  const [child] = await world.sql("select nhs_number, id from subject limit 1");
  for (const secret of ["Cara", "Example", alert.alertId, alert.reference, String(child?.["nhs_number"])])
    expect(leaving).not.toContain(secret);
});

test("of an authority without a telephone number the operator is told that it has none", async ({
  reach,
}) => {
  const { world } = reach.story;
  const operator = await world.person("operator");
  await world.sql("delete from authority_contact where authority_id = $1", [world.authority.id]);

  const { tiles } = await tonightOfAll(reach, operator, evening);

  const tile = tiles.find(({ authorityId }) => authorityId === world.authority.id);
  const todo = "Tell them: Put somebody on the rota now. No telephone number of theirs is entered.";
  expect(tile?.findings[0]).toMatchObject({ kind: "nobody-now", todo, ways: [] });
});

test("the operator's grid takes the same few statements however many authorities there are", async ({
  reach,
}) => {
  const { story } = reach;
  await reach.coverTheWeek();
  const operator = await story.world.person("operator");
  const statementsOf = async () => {
    const connection = await startMortalConnection(story.urls.appUrl, { statement: 9_999, when: "after" });
    const service = makeService(connection.url, { DATABASE_CONNECTIONS: "2" });
    const tonight = await withWork(service.database, { actor: operator, now: new Date(evening) }, (work) =>
      readTonightOfAll(work, paceSettings(service.configuration)),
    );
    await service.stop();
    const { statements } = connection;
    await connection.stop();
    return { statements: statements(), tiles: tonight.tiles.length };
  };

  const few = await statementsOf();
  for (let count = 0; count < 8; count += 1) await makeWorld(story.urls, new Date(evening));
  const many = await statementsOf();

  expect(many.tiles).toBe(few.tiles + 8);
  expect(many.statements).toBe(few.statements);
  expect(many.statements).toBeLessThanOrEqual(14);
});
