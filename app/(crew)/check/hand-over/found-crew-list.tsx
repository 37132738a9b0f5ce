"use client";

import { useRef, useState, type ReactElement } from "react";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import type { FoundCrew } from "@/server/domain/lookup/hand-over/group-crew";
import type { CardReceiver } from "@/server/vocabulary/handed-card";
import { freshRequestId } from "@/server/vocabulary/fresh-id";
import type { LookupId, RequestId } from "@/server/vocabulary/ids";

interface FoundCrewListProps {
  readonly lookupId: LookupId;
  readonly found: FoundCrew;
  readonly onHanded: () => void;
}

/** Who was found: a tap hands the card over. Says beforehand who has no phone that can be told. */
export function FoundCrewList({ lookupId, found, onHanded }: FoundCrewListProps): ReactElement {
  const { vehicles, people, isMore } = found;
  const { hand, isBusy, problem } = useHanding(lookupId, onHanded);
  const isNobody = vehicles.length === 0 && people.length === 0;

  return (
    <div role="status">
      {isNobody && <p>Nobody who is signed in matches. Ring or radio them.</p>}
      {problem !== undefined && <p role="alert">{problem}</p>}
      <ul className="nhsuk-list">
        {vehicles.map(({ callSign, names, withPhone }) => (
          <li key={callSign}>
            <Button
              type="button"
              disabled={isBusy}
              onClick={() => void hand(callSign, { callSign })}
            >{`Hand to ${callSign}`}</Button>
            <p className="nhsuk-hint">{vehicleInWords(names, withPhone)}</p>
          </li>
        ))}
        {people.map(({ personId, name, callSign, phones }) => (
          <li key={personId}>
            <Button
              type="button"
              variant="secondary"
              disabled={isBusy}
              onClick={() => void hand(personId, { personId })}
            >{`Hand to ${name}`}</Button>
            <p className="nhsuk-hint">
              {callSign === null ? "On no call sign. " : `On ${callSign}. `}
              {phones === 0
                ? "Has no phone that can be told: ring or radio them."
                : "Has a phone that can be told."}
            </p>
          </li>
        ))}
      </ul>
      {isMore && <p>There are more. Type more of the call sign or the name.</p>}
    </div>
  );
}

function vehicleInWords(names: readonly string[], withPhone: number): string {
  const who = `Signed in: ${names.join(", ")}.`;
  if (withPhone === 0) return `${who} No phone can be told: ring or radio them.`;
  return `${who} ${String(withPhone)} with a phone that can be told.`;
}

interface Handing {
  readonly hand: (key: string, to: CardReceiver) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
}

function useHanding(lookupId: LookupId, onHanded: () => void): Handing {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  // Kept until it is answered: sent again after a lost answer, it is handed over once.
  const pending = useRef(new Map<string, RequestId>());

  async function hand(key: string, to: CardReceiver): Promise<void> {
    if (isBusy) return;
    const requestId = pending.current.get(key) ?? freshRequestId();
    pending.current.set(key, requestId);
    setIsBusy(true);
    setProblem(undefined);
    try {
      await trpc.handedCard.hand.mutate({ requestId, lookupId, to });
      onHanded();
    } catch (error) {
      const isAnswered = isProcedureError(error) && error.data !== undefined;
      setProblem(
        isAnswered
          ? error.message
          : "No answer came, so it is not certain that it was handed over. Look at your signal and try again.",
      );
    } finally {
      setIsBusy(false);
    }
  }

  return { hand, isBusy, problem };
}
