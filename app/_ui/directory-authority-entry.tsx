import type { ReactElement } from "react";
import type { DirectoryAuthority } from "@/app/_pwa/directory-store";
import { CallButton } from "./call-button";

interface DirectoryAuthorityEntryProps {
  readonly authority: DirectoryAuthority;
  readonly isOpen: boolean;
}

/** One authority: its name, and under it the two numbers with their hours. */
export function DirectoryAuthorityEntry({ authority, isOpen }: DirectoryAuthorityEntryProps): ReactElement {
  const { name, region, officeNumber, officeHours, emergencyNumber } = authority;
  return (
    <li>
      {/* The key makes the browser forget what was folded by hand once the search narrows to this one. */}
      <details key={String(isOpen)} className="directory__authority" open={isOpen}>
        <summary>
          <span className="directory__name">{name}</span> <span className="directory__region">{region}</span>
        </summary>
        <CallButton who="the duty office" number={officeNumber} when={officeHours} quiet />
        <CallButton
          who="the emergency duty team"
          number={emergencyNumber}
          when={authority.emergencyHours ?? "At all other times"}
          quiet
        />
      </details>
    </li>
  );
}
