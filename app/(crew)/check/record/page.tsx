import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { CheckAtStart } from "@/app/(crew)/check/check-at-start";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";
import { openedPath, recordProblems } from "@/server/vocabulary/record-problem";

interface RecordPageProps {
  readonly searchParams: Promise<{ readonly problem?: string | readonly string[] }>;
}

export const metadata = { title: "Check a child" };

/** The number pad, on which the patient appears who is open in the system from which Lantern was opened. */
export default async function RecordPage({ searchParams }: RecordPageProps): Promise<ReactElement> {
  const { problem } = await searchParams;
  const known = recordProblems.find((one) => one === problem);
  // What the other system sent along is good for one browser and one moment, and for none after a sign-in.
  const path = known === undefined ? "/check" : `${openedPath}?problem=${known}`;
  return (
    <SignedInPage path={path} needs={["person:open-record"]}>
      {(actor) => {
        if (actor.careSettingName === undefined) redirect(`/setting?next=${encodeURIComponent(path)}`);
        const mode = mayDo(actor.role, "child:look-up") ? "unscheduled" : "scheduled";
        const isControlRoom = actor.role === "control-room";
        return (
          <CheckAtStart mode={mode} careSettingName={actor.careSettingName} isControlRoom={isControlRoom} />
        );
      }}
    </SignedInPage>
  );
}
