import { beginLaunch } from "@/server/api/launch/begin-launch";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return beginLaunch(runningService(), request, new Date());
}
