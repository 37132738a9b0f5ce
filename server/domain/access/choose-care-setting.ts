import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { CareSettingId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** Keeps, for the rest of this session, where the person works. Refuses settings of other organisations. */
export async function chooseCareSetting(work: Work, careSettingId: CareSettingId): Promise<void> {
  const { tx, actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person works in a setting.");

  const setting = await tx.careSetting.findFirst({
    where: { id: careSettingId, organisationId: actor.organisationId },
    select: { id: true },
  });
  if (setting === null) throw new Refusal("not-found", "There is no such setting in your organisation.");

  await tx.session.update({ where: { id: actor.sessionId }, data: { careSettingId }, select: { id: true } });
  await recordAudit(
    { ...work, actor: { ...actor, careSettingId } },
    { action: "setting:choose", outcome: "done", concerns: careSettingId },
  );
}
