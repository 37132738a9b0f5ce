import Link from "next/link";
import type { ReactElement } from "react";
import { CardPhoneCheck } from "./card-phone-check";
import { SettingForm } from "./setting-form";
import { caller } from "@/app/_trpc/server";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { parseNextPath } from "@/server/vocabulary/next-path";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Where do you work?" };

interface SettingPageProps {
  readonly searchParams: Promise<{ readonly next?: string | readonly string[] }>;
}

export default async function SettingPage({ searchParams }: SettingPageProps): Promise<ReactElement> {
  const { next } = await searchParams;
  const nextPath = parseNextPath(typeof next === "string" ? next : undefined) ?? "/check";
  const path = nextPath === "/check" ? "/setting" : `/setting?next=${encodeURIComponent(nextPath)}`;
  return (
    <SignedInPage path={path} needs={["setting:choose"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Where do you work this shift?</PageTitle>
          <AskedOfYou />
          {actor.role === "crew" && <CardPhoneCheck />}
          <Settings
            chosen={actor.careSettingId}
            nextPath={nextPath}
            isOnVehicle={mayDo(actor.role, "card:receive")}
          />
        </>
      )}
    </SignedInPage>
  );
}

interface SettingsProps {
  readonly chosen: string | undefined;
  readonly nextPath: string;
  readonly isOnVehicle: boolean;
}

async function Settings({ chosen, nextPath, isOnVehicle }: SettingsProps): Promise<ReactElement> {
  const procedures = await caller();
  const settings = await procedures.session.settings();
  const callSign = isOnVehicle ? await procedures.handedCard.callSign() : undefined;
  return <SettingForm settings={settings} chosen={chosen} nextPath={nextPath} callSign={callSign} />;
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
