import type { ReactElement } from "react";
import { CheckNow } from "@/app/(oversight)/rota/reach/check-now";
import { ButtonLink } from "@/app/_ui/button-link";
import { CallButton } from "@/app/_ui/call-button";
import type { Way } from "@/server/domain/tonight/finding";

interface WayButtonProps {
  readonly way: Way;
  /** What is to be done first looks like it. */
  readonly isFirst: boolean;
  readonly teamsBeingChecked: readonly string[];
}

/** The one tap that does what is to be done. */
export function WayButton({ way, isFirst, teamsBeingChecked }: WayButtonProps): ReactElement {
  switch (way.kind) {
    case "ring":
      return <CallButton who={way.who} number={way.number} quiet />;
    case "check":
      return (
        <div>
          <CheckNow
            teamId={way.teamId}
            teamName={way.teamName}
            isUnderWay={teamsBeingChecked.includes(way.teamId)}
          />
        </div>
      );
    case "look":
      return (
        <ButtonLink href={way.href} variant={isFirst ? "primary" : "secondary"}>
          {way.label}
        </ButtonLink>
      );
  }
}
