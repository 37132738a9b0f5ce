import { z } from "zod";

const mostOnPage = 100;
const afterWords = "takes the number of the last event that you have, 0 for all of them.";
const limitWords = `takes a number from 1 to ${String(mostOnPage)}.`;

/** What may stand in the address of a page of notices. */
export const NoticesQuery = z.strictObject({
  after: z.coerce
    .number(afterWords)
    .int(afterWords)
    .min(0, afterWords)
    .max(2_147_483_647, afterWords)
    .default(0)
    .describe("The number of the last event that you have; 0 for all of them."),
  limit: z.coerce
    .number(limitWords)
    .int(limitWords)
    .min(1, limitWords)
    .max(mostOnPage, limitWords)
    .default(mostOnPage)
    .describe("How many on a page."),
});
