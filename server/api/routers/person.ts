import { z } from "zod";
import { openLaunchedRecord } from "@/server/api/launch/open-launched-record";
import { permitted, router } from "@/server/api/procedures";
import { searchPerson } from "@/server/api/search-person";
import { SearchAnswer } from "@/server/vocabulary/search-answer";
import { TypedSearch } from "@/server/vocabulary/search-terms";

export const personRouter = router({
  /** One person by name, or none. A mutation, so that what was typed is in no address. */
  search: permitted("person:search")
    .input(TypedSearch)
    .output(SearchAnswer)
    .mutation(({ ctx, input }) => searchPerson(ctx, input)),

  /** The patient in another system's record, from which Lantern was opened; takes what that system sent back. */
  inRecord: permitted("person:open-record")
    .input(z.object({ answer: z.string().max(8_000) }))
    .mutation(({ ctx, input }) => openLaunchedRecord(ctx, input.answer)),
});
