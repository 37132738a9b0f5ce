import type { ReactElement } from "react";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { DoneIcon, LookedIcon, ProblemIcon } from "@/app/_ui/icons";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { targetSeconds } from "@/server/vocabulary/alert-step";
import { formatCount } from "@/server/vocabulary/format-count";

/** Does a human have an alert in time? One line for a manager with three seconds. */
export function TimesHeadline({ steps }: Pick<TimesRead, "steps">): ReactElement {
  const taken = steps.find(({ step, part }) => step === "taken" && part === "all");
  if (taken === undefined || taken.raised === 0) {
    return (
      <p className="verdict">
        <LookedIcon />
        <span>No alert was raised in these days.</span>
      </p>
    );
  }
  const { raised, reached, median, ninetieth, inTime } = taken;
  const target = formatDuration(targetSeconds.taken);
  const isFine = inTime * 10 >= raised * 9;
  return (
    <p className={isFine ? "verdict verdict--fine" : "verdict verdict--problem"}>
      {isFine ? <DoneIcon /> : <ProblemIcon />}
      <span>
        {formatCount(inTime)} of {formatCount(raised)} alerts were taken within {target}
        {isFine ? "" : "; nine in ten are aimed at"}.
        {median !== null && ninetieth !== null && (
          <>
            {" "}
            Of the {formatCount(reached)} that were taken, half were within {formatDuration(median)} and nine
            in ten within {formatDuration(ninetieth)}.
          </>
        )}
      </span>
    </p>
  );
}
