import Link from "next/link";
import type { ReactElement } from "react";
import { IssueForm } from "./issue-form";
import { TokenEntry } from "./token-entry";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Tokens" };

export default function TokensPage(): ReactElement {
  return (
    <SignedInPage path="/feeds/tokens" needs={["feed-token:manage"]} wide>
      {({ organisationName }) => (
        <>
          <p>
            <Link href="/feeds" prefetch={false}>
              All lists
            </Link>
          </p>
          <PageTitle caption={organisationName}>Tokens of your systems</PageTitle>
          <p>
            With a token your own system sends the daily list by itself. Whoever has it can change your
            register: give it to nobody else, and replace it when somebody who knew it leaves.
          </p>
          <Tokens />
        </>
      )}
    </SignedInPage>
  );
}

async function Tokens(): Promise<ReactElement> {
  const { feedToken } = await caller();
  const [tokens, door] = await Promise.all([feedToken.list(), feedToken.door()]);

  return (
    <>
      <IssueForm door={door} />
      <h2 className="nhsuk-heading-m">Tokens so far</h2>
      {tokens.length === 0 && (
        <EmptyState title="No token has been issued yet">Lists come by the page only.</EmptyState>
      )}
      {tokens.map((token) => (
        <TokenEntry key={token.tokenId} token={token} door={door} />
      ))}
    </>
  );
}
