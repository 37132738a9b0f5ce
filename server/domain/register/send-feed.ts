import { z } from "zod";
import type { Work } from "@/server/db/work";
import { receiveList, type Received } from "@/server/domain/register/delivery/receive-list";
import { feedFileNameRule, parseFeedFileName } from "@/server/vocabulary/feed-file-name";
import { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

interface NamedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Takes the list that a person sends. Its name says whose it is, and only their own authority's is taken. */
export async function sendFeed(work: Work, { fileName, bytes }: NamedFile): Promise<Received> {
  const named = parseFeedFileName(fileName);
  if (named === undefined) throw new Refusal("invalid", feedFileNameRule);

  const authorityId = await ownAuthority(work, named.authorityCode);
  return receiveList(work, { authorityId, sequence: named.sequence, receivedBy: "page", bytes });
}

const OwnAuthorities = z.array(z.object({ id: OrganisationId, code: z.string(), name: z.string() }));

async function ownAuthority(work: Work, code: string): Promise<OrganisationId> {
  const ids = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const found: unknown = await work.tx.$queryRaw`
    select id, code, name from organisation where id = any (${ids}::uuid[]) order by name`;
  const own = OwnAuthorities.parse(found);

  const authority = own.find((candidate) => candidate.code === code);
  if (authority !== undefined) return authority.id;

  const whose = own.map(({ name, code: ownCode }) => `${name} (${ownCode})`).join(", ");
  throw new Refusal("not-permitted", `This file is named for ${code}. You may send lists of ${whose} only.`);
}
