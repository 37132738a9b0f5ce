import { permitted, router } from "@/server/api/procedures";
import { searchAudit } from "@/server/domain/audit/search-audit";
import { AuditSearch } from "@/server/vocabulary/audit-search";

export const auditRouter = router({
  /** A mutation, so that what is searched for travels in the body and never in an address. */
  search: permitted("audit:search")
    .input(AuditSearch)
    .mutation(({ ctx, input }) => ctx.work((work) => searchAudit(work, input))),
});
