"use client";

import type { ReactElement } from "react";
import { anyoneKnown } from "./call-words";
import type { Call } from "./use-call";
import { formatTime } from "@/server/vocabulary/london-time";

/** On which call the crew is, and whether anybody on it is known: on top of every screen of the call. */
export function CallStrip({ call }: { readonly call: Call }): ReactElement {
  const known = anyoneKnown(call);
  // It has its place from the beginning: nothing may move a key from under a thumb.
  if (call.isAwaited && known === "") return <Awaited />;
  const isAlarming = call.children.some(({ answer }) => answer !== "none-held");
  const number = call.callNumber === undefined ? "" : ` ${call.callNumber}`;
  return (
    <section
      aria-label="This call"
      className={
        known === "" ? "" : `call-strip call-strip--of-call${isAlarming ? " call-strip--alarming" : ""}`
      }
    >
      <div role="status">
        {known !== "" && (
          <>
            <strong>{known}</strong>
            <span className="call-strip__since">
              {`This call${number}${call.openedAt ? `, since ${formatTime(call.openedAt)}` : ""}`}
            </span>
          </>
        )}
        {call.hasBegunAnew && (
          <span className="call-strip__since">
            The call before was more than 12 hours old. A new call has begun.
          </span>
        )}
      </div>
    </section>
  );
}

function Awaited(): ReactElement {
  return (
    <section aria-label="This call" className="call-strip call-strip--of-call">
      <strong>You are on a call.</strong>
      <span className="call-strip__since">Reading whether anybody is known…</span>
    </section>
  );
}
