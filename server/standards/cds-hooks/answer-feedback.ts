import { z } from "zod";
import { withWork } from "@/server/db/work";
import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { recordCardFeedback, type CardFeedback } from "@/server/domain/lookup/record-card-feedback";
import { reasonCodes, reasonSystemOf } from "@/server/standards/cds-hooks/cards";
import { faultIn } from "@/server/standards/cds-hooks/fault-in";
import { openHook, type HookCall } from "@/server/standards/cds-hooks/open-hook";
import { originOf, reply } from "@/server/standards/cds-hooks/reply";
import { systemActor } from "@/server/vocabulary/actor";
import { LookupId } from "@/server/vocabulary/ids";

const Feedback = z.object({
  feedback: z
    .array(
      z.object({
        card: LookupId,
        outcome: z.enum(["accepted", "overridden"]),
        outcomeTimestamp: z.iso.datetime({ offset: true }),
        overrideReason: z
          .object({ reason: z.object({ code: z.string(), system: z.string() }).partial() })
          .partial()
          .optional(),
      }),
    )
    .min(1)
    .max(100),
});

/** Answers `POST /cds-services/{id}/feedback`: what people did with their cards is put on record, without what they wrote. */
export function answerFeedback(call: HookCall): Promise<Response> {
  const { service, body, now } = call;
  return openHook(call, "/feedback", async ({ organisations }) => {
    const parsed = Feedback.safeParse(body);
    if (!parsed.success) return reply(call, 400, { error: faultIn(body, parsed.error) });
    const feedback = parsed.data.feedback.map((one) => feedbackOf(one, reasonSystemOf(originOf(service))));
    const occasion = { actor: systemActor("door"), now } as const;
    try {
      await withWork(service.database, occasion, (work) => recordCardFeedback(work, feedback, organisations));
      return reply(call, 200);
    } catch (cause) {
      await recordTrouble(service, occasion, { permission: "card:read", cause });
      return reply(call, 503, { error: "The feedback could not be kept. Send it again." });
    }
  });
}

type Told = z.infer<typeof Feedback>["feedback"][number];

/** A reason counts only if the card offered it: anything else could hold a name. */
function feedbackOf({ card, outcome, overrideReason }: Told, system: string): CardFeedback {
  const reason = overrideReason?.reason;
  const isOurs = reason?.system === system && reasonCodes.includes(reason.code ?? "");
  return { lookupId: card, outcome, reason: isOurs ? reason.code : undefined };
}
