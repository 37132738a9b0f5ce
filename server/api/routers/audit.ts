import { permitted, router } from "@/server/api/procedures";
import { AuditSearch, searchAudit } from "@/server/domain/audit/search-audit";

export const auditRouter = router({
  /** A mutation, so that what is searched for travels in the body and never in an address. */
  search: permitted("audit:search")
    .input(AuditSearch)
    .mutation(({ ctx, input }) => ctx.work((work) => searchAudit(work, input))),
});
