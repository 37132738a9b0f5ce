import { goOnWithLaunch } from "@/server/api/launch/begin-launch";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return goOnWithLaunch(runningService(), request, new Date());
}
