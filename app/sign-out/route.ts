import { runningService } from "@/server/api/service";
import { signOut } from "@/server/api/sign-out";

/** The way out, from the button at the head of every page. */
export function POST(request: Request): Promise<Response> {
  return signOut(runningService(), request, new Date());
}
