import { TRPCError } from "@trpc/server";
import type { ReactElement } from "react";
import { ActivityView } from "./activity-view";
import { readPeriod, type Query } from "@/app/(oversight)/insight/insight-address";
import { caller } from "@/app/_trpc/server";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import type { PeriodRequest } from "@/server/vocabulary/period";

export const metadata = { title: "Activity" };

interface ActivityPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function ActivityPage({ searchParams }: ActivityPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const asked = readPeriod(query);
  return (
    <SignedInPage path={pageAddress("/insight/activity", query)} needs={["insight:read"]} wide>
      {(actor) => (
        <ChartsAbout
          about={{
            page: "Activity",
            whose: actor.role === "operator" ? "the whole service" : actor.organisationName,
          }}
        >
          <PageTitle caption={actor.role === "operator" ? "The whole service" : actor.organisationName}>
            Activity
          </PageTitle>
          <ActivityOf asked={asked} />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

async function ActivityOf({ asked }: { readonly asked: PeriodRequest | undefined }): Promise<ReactElement> {
  const found = asked ? await activityOrProblem(asked) : "Enter two dates, such as 1 November 2026.";
  if (typeof found !== "string" && asked) return <ActivityView read={found} asked={asked} />;
  const usual: PeriodRequest = { days: 28 };
  return (
    <>
      <ErrorSummary problems={typeof found === "string" ? [{ fieldId: "from", message: found }] : []} />
      <ActivityView read={await (await caller()).insight.activity({ period: usual })} asked={undefined} />
    </>
  );
}

async function activityOrProblem(period: PeriodRequest): Promise<ActivityRead | string> {
  try {
    return await (await caller()).insight.activity({ period });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return error.message;
    throw error;
  }
}
