import Link from "next/link";
import type { ReactElement } from "react";
import { PlanForm } from "./plan-form";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { FeedId } from "@/server/vocabulary/ids";
import type { ToldPlan } from "@/server/vocabulary/told-plan";

export const metadata = { title: "One plan, between two lists" };

interface PlanPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function PlanPage({ searchParams }: PlanPageProps): Promise<ReactElement> {
  const from = FeedId.safeParse((await searchParams)["from"]).data;

  return (
    <SignedInPage path="/feeds/plan" needs={["register:correct"]}>
      {({ organisationName }) => (
        <>
          <p>
            <Link href="/feeds" prefetch={false}>
              All lists
            </Link>
          </p>
          <PageTitle caption={organisationName}>Start, change or end one plan</PageTitle>
          <p>
            For what cannot wait for tomorrow’s list. Crews see it within a minute. Enter it in your own
            system too: the next list must say the same.
          </p>
          <Told from={from} />
        </>
      )}
    </SignedInPage>
  );
}

async function Told({ from }: { readonly from: FeedId | undefined }): Promise<ReactElement> {
  return <PlanForm plan={from === undefined ? {} : await toldBefore(from)} />;
}

/** What was told before; an empty form where that is no longer kept. */
async function toldBefore(feedId: FeedId): Promise<Partial<ToldPlan>> {
  const told = await orProblem(async () => (await caller()).feed.toldPlan({ feedId }), "/feeds/plan");
  return "value" in told ? told.value : {};
}
