import type { ReactElement } from "react";
import { ContactForm } from "./contact-form";
import { DeviceList } from "./device-list";
import { PhoneForm } from "./phone-form";
import { caller } from "@/app/_trpc/server";
import { Details } from "@/app/_ui/details";
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
  const procedures = await caller();
  const vapidPublicKey = await procedures.device.key();
  const devices = await procedures.device.list();
  return (
    <>
      <PhoneForm vapidPublicKey={vapidPublicKey} />
      <Details summary="On an iPhone or iPad">
        <ol>
          <li>Open Lantern in Safari.</li>
          <li>Press Share, the square with an arrow that points up.</li>
          <li>Press Add to Home Screen, then Add.</li>
          <li>Close Safari and open Lantern from the home screen.</li>
          <li>Sign in, come back to this page and press Turn alerts on.</li>
        </ol>
        <p>iPhones and iPads ring for installed apps only.</p>
      </Details>
      <h2 className="nhsuk-heading-m">Where you are told</h2>
      <DeviceList devices={devices} />
      <h2 className="nhsuk-heading-m">If no phone shows an alert</h2>
      <p>
        After 45 seconds you are told by text message, and after that by e-mail, if you give them here. They
        say only that something is waiting.
      </p>
      <ContactForm channel="text" />
      <ContactForm channel="email" />
    </>
  );
}
