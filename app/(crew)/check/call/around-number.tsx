"use client";

import type { ReactElement, ReactNode } from "react";
import { CallNumberDetails } from "./call-number-details";
import { CallStrip } from "./call-strip";
import { UnidentifiedDetails } from "./unidentified-details";
import type { Call } from "./use-call";
import { Button } from "@/app/_ui/button";

interface AroundNumberProps {
  readonly call: Call;
  /** Why a card could not be opened again. */
  readonly problem: string | undefined;
  readonly onAnotherCall: () => void;
  /** The number pad and the children of the call. */
  readonly children: ReactNode;
}

/** What belongs to the call while the next number is typed: who is known, who cannot be identified, and the way out. */
export function AroundNumber({ call, problem, onAnotherCall, children }: AroundNumberProps): ReactElement {
  return (
    <>
      <CallStrip call={call} />
      {problem !== undefined && <p role="alert">{problem}</p>}
      {children}
      {call.isOn && <UnidentifiedDetails call={call} />}
      {call.isOn && <CallNumberDetails call={call} />}
      {call.isOn && call.openedAt !== undefined && (
        <Button type="button" variant="secondary" big onClick={onAnotherCall}>
          This is another call
        </Button>
      )}
    </>
  );
}
