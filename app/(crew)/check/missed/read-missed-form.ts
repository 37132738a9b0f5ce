import type { z } from "zod";
import { problemsOf, textOf, type FormProblems } from "@/app/_ui/form-text";
import type { LookupId } from "@/server/vocabulary/ids";
import { MissedReport } from "@/server/vocabulary/missed-report";

type Said = z.input<typeof MissedReport>;

/** What the form says, or what is wrong with it in the words in which the service would refuse it. Pure. */
export function readMissedForm(
  form: FormData,
  lookupId: LookupId,
): { readonly said?: Said; readonly problems: FormProblems } {
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
