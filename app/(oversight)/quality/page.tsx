import type { ReactElement } from "react";
import { OfAll } from "./of-all";
import { OwnLists } from "./own-lists";
import { InsightTools } from "@/app/(oversight)/insight/insight-tools";
import { SeeAlso } from "@/app/(oversight)/quality/see-also";
import { caller } from "@/app/_trpc/server";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "How good are the lists?" };

export default function QualityPage(): ReactElement {
  return (
    <SignedInPage path="/quality" needs={["quality:read"]} wide>
      {({ role, organisationName }) => (
        <ChartsAbout
          about={{
            page: "How good are the lists?",
            whose: role === "operator" ? "the whole service" : organisationName,
          }}
        >
          <PageTitle caption={role === "operator" ? "The whole service" : organisationName}>
            How good are the lists?
          </PageTitle>
          <Quality />
          <InsightTools page="quality" />
          <SeeAlso role={role} here="/quality" />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

async function Quality(): Promise<ReactElement> {
  const quality = await (await caller()).quality.read();
  return quality.isOfAll ? <OfAll quality={quality} /> : <OwnLists quality={quality} />;
}
