import type { z } from "zod";
import type { LookupId } from "@/server/vocabulary/ids";
import { MissedReport } from "@/server/vocabulary/missed-appointment";

/** What is wrong, by the id of its field. */
export type MissedProblems = Readonly<Record<string, string>>;

type Said = z.input<typeof MissedReport>;

/** What the form says, or what is wrong with it in the words in which the service would refuse it. Pure. */
export function readMissedForm(
  form: FormData,
  lookupId: LookupId,
): { readonly said?: Said; readonly problems: MissedProblems } {
  const before = textOf(form, "missedBefore");
  const worried = textOf(form, "isWorried");
  const said: unknown = {
    lookupId,
    appointmentKind: textOf(form, "appointmentKind"),
    missedOn: textOf(form, "missedOn"),
    missedTime: textOf(form, "missedTime"),
    ...(before !== "" && { missedBefore: Number(before) }),
    familyReason: textOf(form, "familyReason"),
    followUp: textOf(form, "followUp"),
    callBackNumber: textOf(form, "callBackNumber"),
    ...(worried !== "" && { isWorried: worried === "yes" }),
  };
  const read = MissedReport.safeParse(said);
  return isSaid(said, read.success) ? { said, problems: {} } : { problems: problemsOf(read.error) };
}

function isSaid(said: unknown, isReadable: boolean): said is Said {
  return said !== undefined && isReadable;
}

/** Of several things that are wrong with one field the first is said. */
function problemsOf(error: z.ZodError | undefined): MissedProblems {
  const problems: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) problems[String(path[0])] ??= message;
  return problems;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
