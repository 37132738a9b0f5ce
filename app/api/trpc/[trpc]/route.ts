import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "@/server/api/context";
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
      const sessionId = askingSessionIdOf(request.headers, service.configuration);
      return createContext(service, sessionId, new Date());
    },
  });
}

export { answer as GET, answer as POST };
