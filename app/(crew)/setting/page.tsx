import Link from "next/link";
import type { ReactElement } from "react";
import { SettingForm } from "./setting-form";
import { caller } from "@/app/_trpc/server";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Where do you work?" };

export default function SettingPage(): ReactElement {
  return (
    <SignedInPage path="/setting" needs={["setting:choose"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Where do you work this shift?</PageTitle>
          <AskedOfYou />
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

/** Everybody comes past here when they sign in. */
async function AskedOfYou(): Promise<ReactElement | undefined> {
  const questions = await (await caller()).review.own();
  if (questions.length === 0) return undefined;
  return (
    <NotificationBanner title="Your privacy officer asks you something">
      <Link href="/asked" className="audit-link" prefetch={false}>
        Read it and answer
      </Link>
    </NotificationBanner>
  );
}
