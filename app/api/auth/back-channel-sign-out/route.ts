import { backChannelSignOut } from "@/server/api/back-channel-sign-out";
import { runningService } from "@/server/api/service";

/** Where issuers say that a session is over. */
export function POST(request: Request): Promise<Response> {
  return backChannelSignOut(runningService(), request, new Date());
}
