import { readFileRequest } from "@/app/(oversight)/insight/insight-address";
import { downloadFigures } from "@/server/api/download-figures";
import type { Service } from "@/server/api/service";
import { cookieName } from "@/server/api/session-cookie";
import { sealSession } from "@/server/api/session-seal";
import type { PersonActor } from "@/server/vocabulary/actor";

interface FileToTake {
  /** Undefined for nobody who is signed in. */
  readonly actor: PersonActor | undefined;
  readonly page: string;
  readonly asked?: object;
  readonly now: Date;
}

/** A page's figures as a file, as a browser with this person's session asks for it. */
export function takeFile(service: Service, { actor, page, asked = {}, now }: FileToTake): Promise<Response> {
  const { configuration } = service;
  const seal = actor && sealSession(actor.sessionId, configuration.NEXTAUTH_SECRET);
  const headers = seal === undefined ? {} : { cookie: `${cookieName("session", configuration)}=${seal}` };
  const request = new Request(`http://localhost:3000/api/figures/${page}`, { headers });
  return downloadFigures(service, request, { file: readFileRequest(page, { ...asked }), now });
}
