import type { Context } from "@/server/api/context";
import { permitted, router } from "@/server/api/procedures";
import { askReachCheck } from "@/server/domain/reach/ask-reach-check";
import { ownReach } from "@/server/domain/reach/own-reach";
import { reachSettings } from "@/server/domain/reach/reach-settings";
import { showReach } from "@/server/domain/reach/show-reach";
import { OneTeam } from "@/server/vocabulary/rota-request";

export const reachRouter = router({
  /** Everybody on the coming rotas of one's teams, and whether an alert would reach them. */
  show: permitted("reach:check").query(({ ctx }) => ctx.work((work) => showReach(work, settingsOf(ctx)))),

  /** Looks at a team's coming rota now. */
  check: permitted("reach:check")
    .input(OneTeam)
    .mutation(({ ctx, input }) => ctx.work((work) => askReachCheck(work, input.teamId))),

  /** Whether an alert would reach oneself, and what is missing. */
  own: permitted("device:keep").query(({ ctx }) => ctx.work((work) => ownReach(work, settingsOf(ctx)))),
});

function settingsOf({ service }: Context) {
  return reachSettings(service.configuration);
}
