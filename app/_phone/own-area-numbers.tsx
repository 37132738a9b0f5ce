"use client";

import { useEffect, useState, type ReactElement } from "react";
import { keptDirectory, type DirectoryAuthority } from "@/app/_pwa/directory-store";
import { keepOwnArea, ownArea } from "@/app/_pwa/own-area";
import { CallButton } from "@/app/_ui/call-button";

/** The numbers to ring for the area that this phone knows as its own; a choice where it knows none. */
export function OwnAreaNumbers(): ReactElement | null {
  const [authorities, setAuthorities] = useState<readonly DirectoryAuthority[]>([]);
  const [area, setArea] = useState<string>();

  useEffect(() => {
    let isWanted = true;
    void keptDirectory()
      .catch(() => undefined)
      .then((directory) => {
        if (!isWanted) return;
        setAuthorities(directory?.authorities ?? []);
        setArea(ownArea());
      });
    return () => {
      isWanted = false;
    };
  }, []);

  if (authorities.length === 0) return null;
  const own = authorities.find(({ gssCode }) => gssCode === area);
  return (
    <section aria-label="Numbers to ring now">
      {own !== undefined && (
        <>
          <CallButton who={`${own.name}: duty office`} number={own.officeNumber} when={own.officeHours} />
          <CallButton
            who={`${own.name}: emergency duty team`}
            number={own.emergencyNumber}
            when={own.emergencyHours ?? "At all other times"}
          />
        </>
      )}
      <AreaChoice
        authorities={authorities}
        chosen={own?.gssCode}
        onChoose={(gssCode) => {
          keepOwnArea(gssCode);
          setArea(gssCode);
        }}
      />
    </section>
  );
}

interface AreaChoiceProps {
  readonly authorities: readonly DirectoryAuthority[];
  readonly chosen: string | undefined;
  readonly onChoose: (gssCode: string) => void;
}

function AreaChoice({ authorities, chosen, onChoose }: AreaChoiceProps): ReactElement {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="own-area">
        {chosen === undefined ? "Whose numbers? This phone remembers it" : "Another authority"}
      </label>
      <select
        className="nhsuk-select"
        id="own-area"
        value={chosen ?? ""}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        <option value="" disabled>
          Choose a local authority
        </option>
        {authorities.map(({ gssCode, name }) => (
          <option key={gssCode} value={gssCode}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
