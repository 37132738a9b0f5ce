import { TRPCError } from "@trpc/server";
import type { ReactElement } from "react";
import { TimesView } from "./times-view";
import { readTimesRequest, type Query } from "@/app/(oversight)/insight/insight-address";
import { caller } from "@/app/_trpc/server";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { TimesRead } from "@/server/domain/insight/read-times";
import type { TimesRequest } from "@/server/vocabulary/times-request";

export const metadata = { title: "Time to a human" };

interface TimesPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function TimesPage({ searchParams }: TimesPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const asked = readTimesRequest(query);
  return (
    <SignedInPage path={pageAddress("/insight/times", query)} needs={["insight:read"]} wide>
      {(actor) => (
        <ChartsAbout
          about={{
            page: "Time to a human",
            whose: actor.role === "operator" ? "the whole service" : actor.organisationName,
          }}
        >
          <PageTitle caption={actor.role === "operator" ? "The whole service" : actor.organisationName}>
            Time to a human
          </PageTitle>
          <TimesOf asked={asked} />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

const usual: TimesRequest = { period: { days: 28 }, step: "taken", by: "day" };

async function TimesOf({ asked }: { readonly asked: TimesRequest | undefined }): Promise<ReactElement> {
  const found = asked ? await timesOrProblem(asked) : "Enter dates such as 1 November 2026.";
  if (typeof found !== "string" && asked) return <TimesView read={found} asked={asked.period} />;
  return (
    <>
      <ErrorSummary problems={typeof found === "string" ? [{ fieldId: "split", message: found }] : []} />
      <TimesView read={await (await caller()).insight.times(usual)} asked={undefined} />
    </>
  );
}

async function timesOrProblem(request: TimesRequest): Promise<TimesRead | string> {
  try {
    return await (await caller()).insight.times(request);
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return error.message;
    throw error;
  }
}
