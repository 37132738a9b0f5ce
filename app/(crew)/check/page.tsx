import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { CheckAtStart } from "./check-at-start";
import { CardsAtStart } from "./handed/cards-at-start";
import { EarlyTaps } from "./scan/early-taps";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Check a child" };

export default function CheckPage(): ReactElement {
  return (
    <SignedInPage path="/check" needs={["child:look-up", "child:look-up-silently"]}>
      {(actor) => {
        if (actor.careSettingName === undefined) redirect("/setting");
        const mode = mayDo(actor.role, "child:look-up") ? "unscheduled" : "scheduled";
        return (
          <>
            <EarlyTaps />
            {mayDo(actor.role, "card:receive") && <CardsAtStart />}
            <CheckAtStart
              mode={mode}
              careSettingName={actor.careSettingName}
              isControlRoom={actor.role === "control-room"}
            />
          </>
        );
      }}
    </SignedInPage>
  );
}
