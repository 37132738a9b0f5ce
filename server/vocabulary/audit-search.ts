import { z } from "zod";
import { auditedActions, auditOutcomes } from "@/server/vocabulary/audited-action";
import { PageCursor } from "@/server/vocabulary/page-cursor";

/** What the audit is searched by; everything but the dates may be left open. */
export const AuditSearch = z.object({
  /** London dates, both included. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Part of a name, in any case of letters; empty means anybody. */
  person: z.string().trim().max(100).default(""),
  action: z.enum(auditedActions).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  /** As typed; empty means any or none. */
  nhsNumber: z.string().trim().max(40).default(""),
  after: PageCursor.optional(),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
