import { runningService } from "@/server/api/service";
import { answerSmartConfiguration } from "@/server/standards/who/smart-configuration";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return answerSmartConfiguration(runningService());
}
