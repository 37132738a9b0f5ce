import { createCallerFactory, router } from "@/server/api/procedures";
import { sessionRouter } from "@/server/api/routers/session";

/** Every procedure of the people's door; each names its permission. */
export const appRouter = router({
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
