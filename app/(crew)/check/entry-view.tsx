import type { ReactElement } from "react";
import { CallButton } from "@/app/_ui/call-button";
import { PlanList, type PlanOnCard } from "@/app/_ui/plan-list";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { planKindWords } from "@/server/vocabulary/plan-kind";
import type { RegisterEntry } from "@/server/vocabulary/result-card";

/** What one authority holds: the number to ring first, then who the child is and which plans. */
export function EntryView({ entry }: { readonly entry: RegisterEntry }): ReactElement {
  const { first, other } = entry.numbers;
  return (
    <section aria-label={entry.authorityName} className="mb-6">
      <h3 className="nhsuk-heading-s">{entry.authorityName}</h3>
      <CallButton who={first.label} number={first.number} when="The number for this minute" />
      <CallButton who={other.label} number={other.number} quiet />
      <p>
        <strong>
          {entry.givenNames} {entry.familyName}
        </strong>
        , born {formatLondonDate(entry.dateOfBirth)}. Is this the right person?
      </p>
      {entry.isNumberReplaced && (
        <p>
          This person’s NHS number has been replaced by another. Both lead here; ask the authority which is in
          use.
        </p>
      )}
      <PlanList plans={inForceFirst(entry.plans).map((plan, index) => planInWords(plan, entry, index))} />
      <p className="nhsuk-hint">
        {entry.listReceivedAt === null
          ? `When ${entry.authorityName} last sent its list is not known.`
          : `${entry.authorityName}’s list came on ${formatDateTime(entry.listReceivedAt)}.`}
      </p>
    </section>
  );
}

type Plan = RegisterEntry["plans"][number];

function inForceFirst(plans: readonly Plan[]): Plan[] {
  return plans.toSorted((a, b) => Number(a.state === "ended") - Number(b.state === "ended"));
}

function planInWords(plan: Plan, { authorityName }: RegisterEntry, index: number): PlanOnCard {
  const words = planKindWords[plan.kind];
  return {
    id: `${plan.kind}-${plan.startOn}-${String(index)}`,
    kind: plan.state === "ended" ? `Ended: ${words.title}` : words.title,
    meaning: plan.state === "ended" ? undefined : words.meaning,
    when: whenInWords(plan),
    authority: authorityName,
    ended: plan.state === "ended",
    note: noteOf(plan),
  };
}

function whenInWords({ startOn, endOn, state }: Plan): string {
  if (state === "ended" && endOn !== null) {
    return `From ${formatLondonDate(startOn)}, ended ${formatLondonDate(endOn)}`;
  }
  const since = `Since ${formatLondonDate(startOn)}`;
  return endOn === null ? since : `${since}, until ${formatLondonDate(endOn)}`;
}

function noteOf({ kind, dueOn, state }: Plan): string | undefined {
  if (kind !== "unborn" || dueOn === null) return undefined;
  const due = `The child is due on ${formatLondonDate(dueOn)}.`;
  if (state !== "past-due") return due;
  return `The child was due on ${formatLondonDate(dueOn)} and may have been born: ask for the child’s own number.`;
}
