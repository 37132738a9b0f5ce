import type { Asked } from "./use-question";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { textOf } from "@/app/_ui/form-text";
import { attendanceReasons } from "@/server/vocabulary/attendance-reason";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { numberSources } from "@/server/vocabulary/number-source";
import { isTelephoneNumber } from "@/server/vocabulary/telephone-number";

/** What is asked, or what is wrong with it. */
export function readAsked(form: FormData): Asked | FieldProblem {
  const parsed = parseNhsNumber(textOf(form, "nhsNumber"));
  if (!parsed.ok) return { fieldId: "nhsNumber", message: parsed.message };

  const reason = attendanceReasons.find((known) => known === textOf(form, "reason"));
  const callBackNumber = textOf(form, "callBackNumber");
  if (callBackNumber !== "" && !isTelephoneNumber(callBackNumber)) {
    return {
      fieldId: "callBackNumber",
      message: "Enter a telephone number to ring you back, like 07700 900123.",
    };
  }
  return {
    nhsNumber: parsed.nhsNumber,
    numberSource: numberSources.find((known) => known === textOf(form, "numberSource")) ?? "typed",
    ...(reason !== undefined && { reason }),
    ...(callBackNumber !== "" && { callBackNumber }),
  };
}
