import type { ReactElement } from "react";
import { DecideForm } from "./decide-form";
import { Card } from "@/app/_ui/card";
import { Details } from "@/app/_ui/details";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { Referral } from "@/server/domain/referral/list-referrals";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { referralDecisionWords } from "@/server/vocabulary/referral-decision";

interface ReferralViewProps {
  readonly referral: Referral;
  readonly mayDecide: boolean;
}

/** One referral: how long there is, what is feared, for which alerts, and what was decided. */
export function ReferralView({ referral, mayDecide }: ReferralViewProps): ReactElement {
  return (
    <Card>
      <h3 className="nhsuk-heading-s mb-2">
        {referral.organisationName} to {referral.authorityName}
      </h3>
      <p className="mb-2">
        <State referral={referral} /> Reference {referral.reference}.
      </p>
      <p className="whitespace-pre-line">{referral.concern}</p>
      <SummaryList
        rows={[
          { key: "Made", value: `${formatDateTime(referral.madeAt)}, ${referral.referrerName}` },
          {
            key: referral.children.length === 1 ? "Child" : "Children",
            value: mayDecide ? <Children referral={referral} /> : String(referral.children.length),
          },
          ...(referral.decisionNote === null ? [] : [{ key: "Note", value: referral.decisionNote }]),
        ]}
      />
      {mayDecide && (
        <Details summary="Record the decision">
          <DecideForm referralId={referral.referralId} />
        </Details>
      )}
    </Card>
  );
}

function State({ referral }: { readonly referral: Referral }): ReactElement {
  const { decision, decidedAt, decidedBy, isOverdue, dueAt } = referral;
  if (decision !== null) {
    return (
      <>
        <Tag colour="green">Decided</Tag> <strong>{referralDecisionWords[decision]}</strong>, by{" "}
        {decidedBy ?? "the authority"}
        {decidedAt && `, ${formatDateTime(decidedAt)}`}.
      </>
    );
  }
  return (
    <>
      <Tag colour={isOverdue ? "red" : "yellow"}>{isOverdue ? "Overdue" : "Waiting"}</Tag> Due{" "}
      {formatDateTime(dueAt)}.
    </>
  );
}

function Children({ referral }: { readonly referral: Referral }): ReactElement {
  return (
    <ul className="nhsuk-list">
      {referral.children.map(({ alertId, reference }) => (
        <li key={alertId}>
          <a href={`/duty/alerts/${alertId}`}>Alert {reference}</a>
        </li>
      ))}
    </ul>
  );
}
