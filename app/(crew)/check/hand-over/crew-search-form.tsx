"use client";

import { useState, type ReactElement } from "react";
import { FoundCrewList } from "./found-crew-list";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import type { FoundCrew } from "@/server/domain/lookup/hand-over/group-crew";
import { CrewSearch } from "@/server/vocabulary/handed-card";
import type { LookupId } from "@/server/vocabulary/ids";

interface CrewSearchFormProps {
  readonly lookupId: LookupId;
  readonly wasHanded: boolean;
  readonly onHanded: () => void;
}

/** Finds a crew by the call sign of its vehicle or a colleague by name, among those who are signed in. */
export function CrewSearchForm({ lookupId, wasHanded, onHanded }: CrewSearchFormProps): ReactElement {
  const [found, setFound] = useState<FoundCrew>();
  // Each handing over begins with an empty field: nobody is found twice by what was typed for another.
  const [round, setRound] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function find(form: FormData): Promise<void> {
    const parsed = CrewSearch.safeParse({ text: form.get("crew") });
    setFound(undefined);
    setProblem(parsed.success ? undefined : parsed.error.issues[0]?.message);
    if (!parsed.success) return;
    setIsBusy(true);
    try {
      setFound(await trpc.handedCard.findCrew.query(parsed.data));
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <>
      <form
        key={round}
        onSubmit={(event) => {
          event.preventDefault();
          void find(new FormData(event.currentTarget));
        }}
      >
        <TextField
          id="crew"
          name="crew"
          label={wasHanded ? "Hand it to others too" : "Call sign, or name of a colleague"}
          hint={
            wasHanded
              ? "Call sign, or at least 3 letters of a name. Only who is signed in is found."
              : "At least 3 letters of a name. Only who is signed in is found."
          }
          className="nhsuk-input--width-20"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          error={problem}
        />
        <Button variant="secondary" disabled={isBusy}>
          {isBusy ? "Looking…" : "Find the crew"}
        </Button>
      </form>
      {found !== undefined && (
        <FoundCrewList
          lookupId={lookupId}
          found={found}
          onHanded={() => {
            setFound(undefined);
            setRound((before) => before + 1);
            onHanded();
          }}
        />
      )}
    </>
  );
}

function wordsOf(error: unknown): string {
  return isProcedureError(error) && error.data !== undefined
    ? error.message
    : "No answer came. Look at your signal and try again, or ring or radio the crew.";
}
