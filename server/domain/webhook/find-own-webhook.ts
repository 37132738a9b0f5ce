import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId, type WebhookId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";
import { webhookStates } from "@/server/vocabulary/webhook";

const OwnWebhook = z.object({
  authorityId: OrganisationId,
  state: z.enum(webhookStates),
  sealedSecret: z.instanceof(Uint8Array),
  earlierEndsAt: z.date().nullable(),
});

/** The one authority that the person works for; refuses anybody else. */
export function ownAuthority({ actor }: Work): OrganisationId {
  const [authorityId, ...others] = actor.kind === "person" ? actor.authorityIds : [];
  if (authorityId === undefined || others.length > 0) {
    throw new Refusal("not-permitted", "Only somebody who works for one authority can do this.");
  }
  return authorityId;
}

/** An address of the person's own authority that is not off; nobody else changes it meanwhile. Throws if there is none. */
export async function findOwnWebhook(
  work: Work,
  webhookId: WebhookId,
): Promise<Readonly<z.infer<typeof OwnWebhook>>> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select authority_id as "authorityId", state, sealed_secret as "sealedSecret", earlier_ends_at as "earlierEndsAt"
    from webhook where id = ${webhookId}::uuid and authority_id = ${ownAuthority(work)}::uuid for update`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such address.");
  const own = OwnWebhook.parse(rows[0]);
  if (own.state === "off") throw new Refusal("conflict", "This address was turned off. Add it again.");
  return own;
}
