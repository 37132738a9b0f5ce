import type { ReactElement } from "react";
import { CheckScreen, type CheckScreenProps } from "./check-screen";
import { caller } from "@/app/_trpc/server";

type CheckAtStartProps = Pick<CheckScreenProps, "mode" | "careSettingName" | "isControlRoom">;

/** The number pad, with a place for the call that the person is on. It never fails for it. */
export async function CheckAtStart(props: CheckAtStartProps): Promise<ReactElement> {
  const isOnCall =
    props.mode === "unscheduled" && (await (await caller()).incident.isOn().catch(() => false));
  return <CheckScreen {...props} isOnCall={isOnCall} />;
}
