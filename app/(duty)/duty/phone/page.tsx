import type { ReactElement } from "react";
import { PhoneForm } from "./phone-form";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Alerts on this phone" };

export default function PhonePage(): ReactElement {
  return (
    <SignedInPage path="/duty/phone" needs={["device:keep"]}>
      {() => (
        <>
          <PageTitle>Alerts on this phone</PageTitle>
          <p>
            An alert rings on every phone you turn on. It says only that something is waiting: no name, no
            number. You sign in to read it.
          </p>
          <Phone />
        </>
      )}
    </SignedInPage>
  );
}

async function Phone(): Promise<ReactElement> {
  return <PhoneForm vapidPublicKey={await (await caller()).device.key()} />;
}
