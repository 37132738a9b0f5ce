import Link from "next/link";
import type { ReactElement } from "react";
import { FaultGroups } from "./fault-groups";
import { FixedFaults } from "./fixed-faults";
import { QualityMeasures } from "./quality-measures";
import { QualityTrend } from "./quality-trend";
import { caller } from "@/app/_trpc/server";
import { aboutUpTo } from "@/app/_ui/chart-file/about-up-to";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "What is wrong today" };

export default function QualityPage(): ReactElement {
  return (
    <SignedInPage path="/feeds/quality" needs={["feed:read"]} wide>
      {({ organisationName }) => (
        <ChartsAbout about={{ page: "What is wrong in our lists today", whose: organisationName }}>
          <p>
            <Link href="/feeds" prefetch={false}>
              All lists
            </Link>
          </p>
          <PageTitle caption={organisationName}>What is wrong in our lists today</PageTitle>
          <Quality />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

async function Quality(): Promise<ReactElement> {
  const quality = await (await caller()).feed.quality();
  const now = new Date();
  return (
    <ChartsAbout about={aboutUpTo("Twelve months", now)}>
      <QualityMeasures quality={quality} now={now} />
      <FaultGroups quality={quality} />
      <FixedFaults fixed={quality.fixed} />
      <QualityTrend months={quality.months} />
    </ChartsAbout>
  );
}
