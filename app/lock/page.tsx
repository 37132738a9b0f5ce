import type { ReactElement } from "react";
import { LockForm } from "@/app/_lock/lock-form";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Lock this phone" };

/** The lock of the app on this phone: a PIN for this session, and after how long without a touch. */
export default function LockPage(): ReactElement {
  return (
    <SignedInPage path="/lock" needs={["session:read"]}>
      {() => (
        <>
          <PageTitle>Lock Lantern on this phone</PageTitle>
          <p>
            With a PIN, whoever finds the phone unlocked cannot read your pages. Alerts ring all the same. The
            PIN stays on this phone and ends when you sign out.
          </p>
          <LockForm />
        </>
      )}
    </SignedInPage>
  );
}
