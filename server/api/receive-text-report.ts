import { timingSafeEqual, createHash } from "node:crypto";
import { z } from "zod";
import { readJson } from "@/server/api/read-json";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { recordTextReport } from "@/server/domain/push/record-text-report";
import { systemActor } from "@/server/vocabulary/actor";

const mostBytes = 8_192;
const Report = z.object({ reference: z.string().max(200), status: z.string().max(40) });

type ReportService = Pick<Service, "configuration" | "database" | "log">;

/**
 * GOV.UK Notify reports what became of a text message: 204, however often. The bearer token is the right to say so: 403
 * without it (and where none is set up), 400 for anything that is no report, 503 where it could not be written, so that
 * Notify tries again.
 */
export async function receiveTextReport(
  service: ReportService,
  request: Request,
  now: Date,
): Promise<Response> {
  if (!hasToken(request, service.configuration.NOTIFY_CALLBACK_TOKEN))
    return new Response(null, { status: 403 });
  const report = Report.safeParse(await readJson(request, mostBytes)).data;
  if (!report) return new Response(null, { status: 400 });

  try {
    await withWork(service.database, { actor: systemActor("push-receipts"), now }, (work) =>
      recordTextReport(work, report),
    );
  } catch (error) {
    service.log.error(
      { noticeId: report.reference, error: error instanceof Error ? error.name : "unknown" },
      "text report not recorded",
    );
    return new Response(null, { status: 503 });
  }
  return new Response(null, { status: 204 });
}

/** Digests are compared, which takes equally long whatever was given. */
function hasToken({ headers }: Request, token: string | undefined): boolean {
  if (token === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(headers.get("authorization") ?? ""), digest(`Bearer ${token}`));
}
