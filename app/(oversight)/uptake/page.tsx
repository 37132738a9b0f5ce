import type { ReactElement } from "react";
import { UptakeView } from "./uptake-view";
import { InsightTools } from "@/app/(oversight)/insight/insight-tools";
import { SeeAlso } from "@/app/(oversight)/quality/see-also";
import { caller } from "@/app/_trpc/server";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Is Lantern used as before?" };

export default function UptakePage(): ReactElement {
  return (
    <SignedInPage path="/uptake" needs={["uptake:read"]} wide>
      {({ role, organisationName }) => (
        <ChartsAbout
          about={{
            page: "Is Lantern used as before?",
            whose: role === "operator" ? "the whole service" : organisationName,
          }}
        >
          <PageTitle caption={role === "operator" ? "The whole service" : organisationName}>
            Is Lantern used as before?
          </PageTitle>
          <Read />
          <InsightTools page="uptake" />
          <SeeAlso role={role} here="/uptake" />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

async function Read(): Promise<ReactElement> {
  return <UptakeView uptake={await (await caller()).uptake.read()} />;
}
