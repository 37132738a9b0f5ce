"use client";

import type { ReactElement } from "react";
import { usePhonePerson } from "./use-phone-person";
import type { Waiting } from "@/app/_pwa/waiting/use-waiting";
import { changeRecord } from "@/app/_pwa/waiting/waiting-store";
import { tellPhone } from "@/app/_pwa/phone/phone-news";
import { Button } from "@/app/_ui/button";
import { telephoneLink } from "@/app/_ui/call-button";
import { PhoneIcon } from "@/app/_ui/icons";

/**
 * Gives the question to the control room: one tap rings it, and from then on the phone does not ask by itself. The
 * number to read out stands beside it.
 */
export function ControlButton({
  question: { requestId, state },
}: {
  readonly question: Waiting;
}): ReactElement {
  const owner = usePhonePerson();
  const number = typeof owner === "string" ? undefined : (owner.person.asks?.controlRoomNumber ?? undefined);
  const set = (next: "handed" | "waiting") => (): void => {
    void changeRecord(requestId, (record) =>
      record.state === "answered" ? record : { ...record, state: next },
    ).then(() => {
      tellPhone("changed");
    });
  };

  return (
    <>
      {number === undefined ? (
        <Button type="button" variant="secondary" onClick={set("handed")}>
          I have given it to control
        </Button>
      ) : (
        <a className="call-button call-button--quiet" href={telephoneLink(number)} onClick={set("handed")}>
          <PhoneIcon />
          <span>
            <span className="call-button__who">Hand it to control </span>
            <span className="call-button__number">{number} </span>
            <span className="call-button__when">Rings, and is not asked again by this phone</span>
          </span>
        </a>
      )}
      {state === "handed" && (
        <Button type="button" variant="secondary" onClick={set("waiting")}>
          Control has not asked: ask it from here
        </Button>
      )}
    </>
  );
}
