import type { ReactElement } from "react";
import { ReferralView } from "./referral-view";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Referrals" };

export default function ReferralsPage(): ReactElement {
  return (
    <SignedInPage path="/referrals" needs={["referral:read"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Referrals</PageTitle>
          <p>A referral is decided within one working day. Whoever made it reads here what was decided.</p>
          <Referrals mayDecide={mayDo(actor.role, "referral:decide")} />
        </>
      )}
    </SignedInPage>
  );
}

async function Referrals({ mayDecide }: { readonly mayDecide: boolean }): Promise<ReactElement> {
  const referrals = await (await caller()).referral.list();
  const undecided = referrals.filter(({ decision }) => decision === null);
  const decided = referrals.filter(({ decision }) => decision !== null);

  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for a decision ({undecided.length})</h2>
      {undecided.length === 0 && <EmptyState title="None" />}
      {undecided.map((referral) => (
        <ReferralView key={referral.referralId} referral={referral} mayDecide={mayDecide} />
      ))}
      <h2 className="nhsuk-heading-m">Decided in the last 30 days ({decided.length})</h2>
      {decided.length === 0 && <EmptyState title="None" />}
      {decided.map((referral) => (
        <ReferralView key={referral.referralId} referral={referral} mayDecide={false} />
      ))}
    </>
  );
}
