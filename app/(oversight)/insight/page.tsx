import { TRPCError } from "@trpc/server";
import type { ReactElement } from "react";
import { DeliveryLine } from "./delivery-line";
import { FiguresView } from "./figures-view";
import { readPeriod, type Query } from "./insight-address";
import { UntoldGapsList } from "./untold-gaps-list";
import { caller } from "@/app/_trpc/server";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { FiguresRead } from "@/server/domain/insight/read-figures";
import type { PeriodRequest } from "@/server/vocabulary/period";

export const metadata = { title: "Figures" };

interface InsightPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function InsightPage({ searchParams }: InsightPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const asked = readPeriod(query);
  return (
    <SignedInPage path={pageAddress("/insight", query)} needs={["insight:read"]} wide>
      {(actor) => (
        <ChartsAbout
          about={{
            page: "Figures",
            whose: actor.role === "operator" ? "the whole service" : actor.organisationName,
          }}
        >
          <PageTitle caption={actor.role === "operator" ? "The whole service" : actor.organisationName}>
            Figures
          </PageTitle>
          <DeliveryLine />
          {actor.role === "operator" && <UntoldGapsList />}
          <FiguresOf asked={asked} />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

async function FiguresOf({ asked }: { readonly asked: PeriodRequest | undefined }): Promise<ReactElement> {
  const found = asked ? await figuresOrProblem(asked) : "Enter two dates, such as 1 November 2026.";
  if (typeof found !== "string" && asked) return <FiguresView read={found} asked={asked} />;

  const usual: PeriodRequest = { days: 28 };
  return (
    <>
      <ErrorSummary problems={typeof found === "string" ? [{ fieldId: "from", message: found }] : []} />
      <FiguresView read={await (await caller()).insight.figures({ period: usual })} asked={undefined} />
    </>
  );
}

async function figuresOrProblem(period: PeriodRequest): Promise<FiguresRead | string> {
  try {
    return await (await caller()).insight.figures({ period });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return error.message;
    throw error;
  }
}
