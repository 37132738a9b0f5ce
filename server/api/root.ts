import { createCallerFactory, router } from "@/server/api/procedures";
import { alertRouter } from "@/server/api/routers/alert";
import { appointmentRouter } from "@/server/api/routers/appointment";
import { auditRouter } from "@/server/api/routers/audit";
import { chronologyRouter } from "@/server/api/routers/chronology";
import { deviceRouter } from "@/server/api/routers/device";
import { digestRouter } from "@/server/api/routers/digest";
import { drillRouter } from "@/server/api/routers/drill";
import { feedRouter } from "@/server/api/routers/feed";
import { feedTokenRouter } from "@/server/api/routers/feed-token";
import { handedCardRouter } from "@/server/api/routers/handed-card";
import { incidentRouter } from "@/server/api/routers/incident";
import { insightRouter } from "@/server/api/routers/insight";
import { lookupRouter } from "@/server/api/routers/lookup";
import { looksRouter } from "@/server/api/routers/looks";
import { messageRouter } from "@/server/api/routers/message";
import { personRouter } from "@/server/api/routers/person";
import { practiceRouter } from "@/server/api/routers/practice";
import { qualityRouter } from "@/server/api/routers/quality";
import { reachRouter } from "@/server/api/routers/reach";
import { referralRouter } from "@/server/api/routers/referral";
import { reviewRouter } from "@/server/api/routers/review";
import { rotaRouter } from "@/server/api/routers/rota";
import { sessionRouter } from "@/server/api/routers/session";
import { tonightRouter } from "@/server/api/routers/tonight";
import { uptakeRouter } from "@/server/api/routers/uptake";
import { visitRouter } from "@/server/api/routers/visit";
import { webhookRouter } from "@/server/api/routers/webhook";

/** Every procedure of the people's door; each names its permission. */
export const appRouter = router({
  alert: alertRouter,
  appointment: appointmentRouter,
  audit: auditRouter,
  chronology: chronologyRouter,
  device: deviceRouter,
  digest: digestRouter,
  drill: drillRouter,
  feed: feedRouter,
  feedToken: feedTokenRouter,
  handedCard: handedCardRouter,
  incident: incidentRouter,
  insight: insightRouter,
  lookup: lookupRouter,
  looks: looksRouter,
  message: messageRouter,
  person: personRouter,
  practice: practiceRouter,
  quality: qualityRouter,
  reach: reachRouter,
  referral: referralRouter,
  review: reviewRouter,
  rota: rotaRouter,
  session: sessionRouter,
  tonight: tonightRouter,
  uptake: uptakeRouter,
  visit: visitRouter,
  webhook: webhookRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
