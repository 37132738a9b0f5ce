import type { Context } from "@/server/api/context";
import { permittedTonight, router } from "@/server/api/procedures";
import { exportTonight } from "@/server/domain/tonight/export-tonight";
import { exportTonightOfAll } from "@/server/domain/tonight/export-tonight-of-all";
import { readTonight } from "@/server/domain/tonight/read-tonight";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import { paceSettings } from "@/server/domain/rota/pace-settings";

export const tonightRouter = router({
  /** Whether tonight can be trusted at one's own authorities. */
  own: permittedTonight("tonight:read").query(({ ctx }) =>
    ctx.work((work) => readTonight(work, settingsOf(ctx))),
  ),

  /** The same of every authority, in states and counts: for operators. */
  ofAll: permittedTonight("tonight:read-all").query(({ ctx }) =>
    ctx.work((work) => readTonightOfAll(work, settingsOf(ctx))),
  ),

  /** One's own as lines of a file, without names or small numbers of alerts. */
  file: permittedTonight("tonight:read").query(({ ctx }) =>
    ctx.work((work) => exportTonight(work, settingsOf(ctx))),
  ),

  /** Every authority as a line of a file. */
  fileOfAll: permittedTonight("tonight:read-all").query(({ ctx }) =>
    ctx.work((work) => exportTonightOfAll(work, settingsOf(ctx))),
  ),
});

function settingsOf({ service }: Context) {
  return paceSettings(service.configuration);
}
