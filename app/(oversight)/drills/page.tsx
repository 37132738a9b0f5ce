import type { ReactElement } from "react";
import { DrillsView } from "./drills-view";
import { SeeAlso } from "@/app/(oversight)/quality/see-also";
import { caller } from "@/app/_trpc/server";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Would an alert be taken?" };

export default function DrillsPage(): ReactElement {
  return (
    <SignedInPage path="/drills" needs={["drill:read"]} wide>
      {({ role, organisationName }) => (
        <ChartsAbout
          about={{
            page: "Would an alert be taken?",
            whose: role === "operator" ? "the whole service" : organisationName,
          }}
        >
          <PageTitle caption={role === "operator" ? "The whole service" : organisationName}>
            Would an alert be taken?
          </PageTitle>
          <Read mayRun={mayDo(role, "drill:run")} />
          <SeeAlso role={role} here="/drills" />
        </ChartsAbout>
      )}
    </SignedInPage>
  );
}

async function Read({ mayRun }: { readonly mayRun: boolean }): Promise<ReactElement> {
  return <DrillsView read={await (await caller()).drill.history()} mayRun={mayRun} />;
}
