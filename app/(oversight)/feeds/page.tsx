import Link from "next/link";
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

interface FeedsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function FeedsPage({ searchParams }: FeedsPageProps): Promise<ReactElement> {
  const isLong = "all" in (await searchParams);
  return (
    <SignedInPage path="/feeds" needs={["feed:read"]} wide>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Lists of plans</PageTitle>
          <Lists actor={actor} most={isLong ? longest : fewest} />
        </>
      )}
    </SignedInPage>
  );
}

/** The newest fill a phone's screen some times over already. */
const fewest = 10;
const longest = 400;

interface ListsProps {
  readonly actor: PersonActor;
  readonly most: number;
}

async function Lists({ actor, most }: ListsProps): Promise<ReactElement> {
  const { standings, feeds } = await (await caller()).feed.overview({ most });
  const next = standings.map(({ authorityCode, lastSequence }) => `${authorityCode}_${lastSequence + 1}.csv`);

  return (
    <>
      <ListStandings standings={standings} now={new Date()} />
      <WaysOn role={actor.role} />
      {mayDo(actor.role, "feed:send") && <SendForm nextNames={next} />}
      <PastLists feeds={feeds} />
      {most === fewest && feeds.length === fewest && (
        <p>
          <Link href="/feeds?all" prefetch={false}>
            Older lists
          </Link>
        </p>
      )}
    </>
  );
}
