import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { HandedCards } from "./handed-cards";
import { caller } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { handedCardsPath } from "@/server/vocabulary/handed-cards-path";

export const metadata = { title: "Cards handed to you" };

/** What a push leads to: the cards that colleagues handed over. It says of no child who it is before one is opened. */
export default function HandedPage(): ReactElement {
  return (
    <SignedInPage path={handedCardsPath} needs={["card:receive"]}>
      {(actor) => {
        if (actor.careSettingName === undefined)
          redirect(`/setting?next=${encodeURIComponent(handedCardsPath)}`);
        return (
          <>
            <PageTitle>Cards handed to you</PageTitle>
            <Waiting />
          </>
        );
      }}
    </SignedInPage>
  );
}

async function Waiting(): Promise<ReactElement> {
  const cards = await (await caller()).handedCard.waiting();
  return (
    <>
      {cards.length === 0 ? (
        <EmptyState title="No card is waiting for you">
          It may have been taken back, or its 12 hours are over. Ring or radio whoever told you of it.
        </EmptyState>
      ) : (
        <HandedCards cards={cards} />
      )}
      <ButtonLink href="/check" variant="secondary" big>
        Check a number
      </ButtonLink>
    </>
  );
}
