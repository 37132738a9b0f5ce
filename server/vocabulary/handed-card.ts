import { z } from "zod";
import { CallSign } from "@/server/vocabulary/call-sign";
import { LookupId, PersonId, RequestId } from "@/server/vocabulary/ids";

/** For so long a card that was handed over can be opened. */
export const handedCardHours = 12;

/** Fewer letters of a name would let one browse who is at work. */
export const fewestLettersOfName = 3;

/** Part of a call sign, or of a colleague's name. */
export const CrewSearch = z.object({
  text: z
    .string()
    .trim()
    .min(2, "Type the call sign, or 3 letters of the name.")
    .max(60, "That is too long."),
});

export const CardReceiver = z.union([
  z.object({ callSign: CallSign }).strict(),
  z.object({ personId: PersonId }).strict(),
]);
export type CardReceiver = z.infer<typeof CardReceiver>;

/** Which card, and to whom. The request id is made on the phone: sent twice, it is handed over once. */
export const CardToHand = z.object({ requestId: RequestId, lookupId: LookupId, to: CardReceiver });
export type CardToHand = z.infer<typeof CardToHand>;
