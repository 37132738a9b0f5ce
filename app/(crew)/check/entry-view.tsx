import type { ReactElement } from "react";
import { UnbornAdvice } from "./unborn-advice";
import { CallButton } from "@/app/_ui/call-button";
import { PlanList, type PlanOnCard } from "@/app/_ui/plan-list";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { planKindWords } from "@/server/vocabulary/plan-kind";
import type { RegisterEntry } from "@/server/vocabulary/result-card";

interface EntryViewProps {
  readonly entry: RegisterEntry;
  readonly askedAt: Date;
}

/** What one authority holds: the number to ring first, then who the child is and which plans. */
export function EntryView({ entry, askedAt }: EntryViewProps): ReactElement {
  const { first, other } = entry.numbers;
  const unborn = awaitedChildOf(entry);
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
      {unborn !== undefined && <UnbornAdvice isPastDue={unborn.state === "past-due"} />}
      <ListAge entry={entry} askedAt={askedAt} />
    </section>
  );
}

/** The plan for a child who is not born yet, or may just have been. */
export function awaitedChildOf({ plans }: RegisterEntry): Plan | undefined {
  return plans.find(({ kind, state }) => kind === "unborn" && (state === "in-force" || state === "past-due"));
}

/** How old what is shown here is. An old list is no reason to think that nothing changed. */
function ListAge({ entry: { authorityName, listReceivedAt }, askedAt }: EntryViewProps): ReactElement {
  if (listReceivedAt === null) {
    return <p className="nhsuk-hint">When {authorityName} last sent its list is not known.</p>;
  }
  const hours = Math.floor((askedAt.getTime() - listReceivedAt.getTime()) / 3_600_000);
  const when = formatDateTime(listReceivedAt);
  if (hours < 48) {
    return (
      <p className="nhsuk-hint">
        {authorityName}’s list came on {when}.
      </p>
    );
  }
  return (
    <p>
      <strong>
        {authorityName}’s list is {Math.floor(hours / 24)} days old
      </strong>{" "}
      (it came on {when}). Ring to ask what has changed since.
    </p>
  );
}

type Plan = RegisterEntry["plans"][number];

function inForceFirst(plans: readonly Plan[]): Plan[] {
  return plans.toSorted((a, b) => Number(a.state === "ended") - Number(b.state === "ended"));
}

function planInWords(plan: Plan, { authorityName }: RegisterEntry, index: number): PlanOnCard {
  return {
    id: `${plan.kind}-${plan.startOn}-${String(index)}`,
    kind: titleOf(plan),
    meaning: meaningOf(plan),
    when: whenInWords(plan),
    authority: authorityName,
    ended: plan.state === "ended",
    note: noteOf(plan),
  };
}

function titleOf({ kind, state }: Plan): string {
  if (state === "born") return "A child was born and is on a plan";
  const { title } = planKindWords[kind];
  return state === "ended" ? `Ended: ${title}` : title;
}

function meaningOf({ kind, state }: Plan): string | undefined {
  if (state === "ended") return undefined;
  if (state === "born") {
    return "The plan for this person’s unborn child ended when a child was born. The child’s own number has not come yet: ring to ask.";
  }
  return planKindWords[kind].meaning;
}

function whenInWords({ startOn, endOn, state }: Plan): string {
  if (state === "ended" && endOn !== null) {
    return `From ${formatLondonDate(startOn)}, ended ${formatLondonDate(endOn)}`;
  }
  if (state === "born" && endOn !== null) return `Born on or about ${formatLondonDate(endOn)}`;
  const since = `Since ${formatLondonDate(startOn)}`;
  return endOn === null ? since : `${since}, until ${formatLondonDate(endOn)}`;
}

function noteOf({ kind, dueOn, state }: Plan): string | undefined {
  if (kind !== "unborn" || dueOn === null || state === "born") return undefined;
  const due = `The child is due on ${formatLondonDate(dueOn)}.`;
  if (state !== "past-due") return due;
  return `The child was due on ${formatLondonDate(dueOn)} and may have been born: ask for the child’s own number.`;
}
