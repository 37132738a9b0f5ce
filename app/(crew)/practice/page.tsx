import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { NothingRings } from "./nothing-rings";
import { PracticeBanner } from "./practice-banner";
import { PracticeScreen } from "./practice-screen";
import { EarlyTaps } from "@/app/(crew)/check/scan/early-taps";
import { caller } from "@/app/_trpc/server";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Practice – check a child" };

/** Checking a child, with children that are pretend: the same screens, and nothing behind them. */
export default function PracticePage(): ReactElement {
  return (
    <SignedInPage path="/practice" needs={["practice:run"]} frame={<PracticeBanner />}>
      {(actor) => {
        if (actor.careSettingName === undefined) redirect("/setting");
        return (
          <>
            <EarlyTaps />
            <NothingRings>
              <Practice actor={actor} careSettingName={actor.careSettingName} />
            </NothingRings>
          </>
        );
      }}
    </SignedInPage>
  );
}

interface PracticeProps {
  readonly actor: PersonActor;
  readonly careSettingName: string;
}

async function Practice({ actor, careSettingName }: PracticeProps): Promise<ReactElement> {
  const own = await (await caller()).practice.own();
  const mode = mayDo(actor.role, "child:look-up") ? "unscheduled" : "scheduled";
  return <PracticeScreen mode={mode} careSettingName={careSettingName} own={own} />;
}
