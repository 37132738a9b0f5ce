import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import type { Service } from "@/server/api/service";
import { inWords, noSpreadsheet, spreadsheet } from "@/server/api/send-spreadsheet";
import { sessionIdOf } from "@/server/api/session-of-request";
import { FeedId } from "@/server/vocabulary/ids";

interface Asked {
  readonly feedId: string;
  readonly now: Date;
}

/** A list with its problems beside the rows, as a file for a spreadsheet; for whoever is signed in and may read it. */
export async function downloadCorrectedList(
  service: Service,
  request: Request,
  { feedId, now }: Asked,
): Promise<Response> {
  const parsed = FeedId.safeParse(feedId);
  if (!parsed.success) return inWords(404, "There is no such list.");
  try {
    const sessionId = sessionIdOf(request.headers, service.configuration);
    const caller = createCaller(await createContext(service, sessionId, now));
    const { fileName, text } = await caller.feed.corrected({ feedId: parsed.data });
    return spreadsheet(fileName, text);
  } catch (error) {
    return noSpreadsheet(error);
  }
}
