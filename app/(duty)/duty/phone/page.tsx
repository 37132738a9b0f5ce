import type { ReactElement } from "react";
import { AppleHelp } from "./apple-help";
import { ContactForm } from "./contact-form";
import { DeviceList } from "./device-list";
import { OwnStanding } from "./own-standing";
import { PhoneForm } from "./phone-form";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Alerts on this phone" };

export default function PhonePage(): ReactElement {
  return (
    <SignedInPage path="/duty/phone" needs={["device:keep"]}>
      {(actor) => (
        <>
          <PageTitle>Alerts on this phone</PageTitle>
          {mayDo(actor.role, "card:receive") ? <CrewPhone /> : <Phone />}
        </>
      )}
    </SignedInPage>
  );
}

/** For those to whom cards are handed: who is not reached is rung or radioed, so there is no other channel. */
async function CrewPhone(): Promise<ReactElement> {
  const procedures = await caller();
  const vapidPublicKey = await procedures.device.key();
  const devices = await procedures.device.list();
  return (
    <>
      <p>
        This phone rings when a colleague hands you a card. It says only that a card is waiting: no name, no
        number, no call. You sign in to open it.
      </p>
      <PhoneForm vapidPublicKey={vapidPublicKey} devices={devices} />
      <AppleHelp />
      <h2 className="nhsuk-heading-m">Where you are told</h2>
      <DeviceList devices={devices} />
    </>
  );
}

async function Phone(): Promise<ReactElement> {
  const procedures = await caller();
  const vapidPublicKey = await procedures.device.key();
  const devices = await procedures.device.list();
  const reach = await procedures.reach.own();
  return (
    <>
      <OwnStanding reach={reach} />
      <PhoneForm vapidPublicKey={vapidPublicKey} devices={devices} />
      <AppleHelp />
      <p>
        An alert rings on every phone you turn on. It says only that something is waiting: no name, no number.
        You sign in to read it.
      </p>
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
