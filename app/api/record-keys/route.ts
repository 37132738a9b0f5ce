import { publicKeys } from "@/server/api/look-record/signature";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

/** The public keys with which anybody checks a record that was taken away. */
export async function GET(): Promise<Response> {
  return Response.json(await publicKeys(runningService().configuration.RECORD_SIGNING_KEYS));
}
