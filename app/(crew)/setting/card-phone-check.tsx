"use client";

import { useEffect, useState, type ReactElement } from "react";
import { checkPhone, type PhoneStanding } from "@/app/_pwa/check-phone";
import { classNames } from "@/app/_ui/class-names";

type Answer = "asking" | "rings" | "silent" | "unknown";

/**
 * At the beginning of a shift: makes this phone ring for whoever has it now, and says whether it does. All that it can
 * say has the same place from the start, so that no answer moves the choices under somebody's thumb.
 */
export function CardPhoneCheck(): ReactElement {
  const [answer, setAnswer] = useState<Answer>("asking");

  useEffect(() => {
    void checkPhone().then((standing) => {
      setAnswer(answerOf(standing));
    });
  }, []);

  const hiddenUnless = (said: Answer) => classNames("nhsuk-body", said !== answer && "invisible");
  return (
    <div role="status" className="grid *:col-start-1 *:row-start-1">
      <p className={hiddenUnless("asking")}>Finding out whether this phone rings…</p>
      <p className={hiddenUnless("rings")}>This phone rings when control hands you a card.</p>
      <p className={hiddenUnless("unknown")}>
        It is not known whether this phone rings when control hands you a card.{" "}
        <a href="/duty/phone">Look at this phone</a>
      </p>
      <p className={hiddenUnless("silent")}>
        <strong>This phone does not ring when control hands you a card.</strong>{" "}
        <a href="/duty/phone">Turn it on for this phone</a>
      </p>
    </div>
  );
}

function answerOf(standing: PhoneStanding): Answer {
  if (standing === "unknown") return "unknown";
  return standing === "on" ? "rings" : "silent";
}
