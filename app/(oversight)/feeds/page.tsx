import type { ReactElement } from "react";
import { ListStandings } from "./list-standings";
import { PastLists } from "./past-lists";
import { SendForm } from "./send-form";
import { WaysOn } from "./ways-on";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Lists" };

export default function FeedsPage(): ReactElement {
  return (
    <SignedInPage path="/feeds" needs={["feed:read"]} wide>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Lists of plans</PageTitle>
          <Lists actor={actor} />
        </>
      )}
    </SignedInPage>
  );
}

async function Lists({ actor }: { readonly actor: PersonActor }): Promise<ReactElement> {
  const { standings, feeds } = await (await caller()).feed.overview();
  const next = standings.map(({ authorityCode, lastSequence }) => `${authorityCode}_${lastSequence + 1}.csv`);

  return (
    <>
      <ListStandings standings={standings} now={new Date()} />
      <WaysOn role={actor.role} />
      {mayDo(actor.role, "feed:send") && <SendForm nextNames={next} />}
      <PastLists feeds={feeds} />
    </>
  );
}
