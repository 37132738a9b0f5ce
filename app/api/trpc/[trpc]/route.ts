import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "@/server/api/context";
import { launchOf } from "@/server/api/launch/launch-cookie";
import { appRouter } from "@/server/api/root";
import { runningService } from "@/server/api/service";
import { askingSessionIdOf } from "@/server/api/session-of-request";

export const dynamic = "force-dynamic";

function answer(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: async () => {
      const service = runningService();
      const [now, { configuration }] = [new Date(), service];
      const sessionId = askingSessionIdOf(request.headers, configuration);
      const launch = launchOf(request.headers, configuration, now);
      return { ...(await createContext(service, sessionId, now)), ...(launch && { launch }) };
    },
  });
}

export { answer as GET, answer as POST };
