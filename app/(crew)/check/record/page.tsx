import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { CheckAtStart } from "@/app/(crew)/check/check-at-start";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";
import { startPath } from "@/server/vocabulary/record-problem";

export const metadata = { title: "Check a child" };

/** The number pad, on which the patient appears who is open in the system from which Lantern was opened. */
export default function RecordPage(): ReactElement {
  return (
    <SignedInPage path={startPath} needs={["person:open-record"]}>
      {(actor) => {
        if (actor.careSettingName === undefined) redirect(`/setting?next=${encodeURIComponent(startPath)}`);
        const mode = mayDo(actor.role, "child:look-up") ? "unscheduled" : "scheduled";
        const isControlRoom = actor.role === "control-room";
        return (
          <CheckAtStart mode={mode} careSettingName={actor.careSettingName} isControlRoom={isControlRoom} />
        );
      }}
    </SignedInPage>
  );
}
