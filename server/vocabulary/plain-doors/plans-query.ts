import { z } from "zod";

const mostOnPage = 1_000;
const limitWords = "takes a number from 1 to 1000.";

/** What may stand in the address of a page of plans. */
export const PlansQuery = z.strictObject({
  after: z.uuid("goes on where the page before says.").optional().describe("`next` of the page before."),
  since: z.iso
    .datetime({ offset: true, message: "takes a time with its zone, such as 2026-11-23T21:05:00Z." })
    .optional()
    .describe("Only plans that were added or changed at this time or later, or in the hour before."),
  limit: z.coerce
    .number(limitWords)
    .int(limitWords)
    .min(1, limitWords)
    .max(mostOnPage, limitWords)
    .default(mostOnPage)
    .describe("How many plans on a page."),
});
