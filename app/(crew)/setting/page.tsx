import type { ReactElement } from "react";
import { SettingForm } from "./setting-form";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Where do you work?" };

export default function SettingPage(): ReactElement {
  return (
    <SignedInPage path="/setting" needs={["setting:choose"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Where do you work this shift?</PageTitle>
          <Settings chosen={actor.careSettingId} />
        </>
      )}
    </SignedInPage>
  );
}

async function Settings({ chosen }: { readonly chosen: string | undefined }): Promise<ReactElement> {
  const settings = await (await caller()).session.settings();
  return <SettingForm settings={settings} chosen={chosen} />;
}
