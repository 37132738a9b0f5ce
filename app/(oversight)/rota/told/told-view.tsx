import type { ReactElement } from "react";
import { Card } from "@/app/_ui/card";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { Tag } from "@/app/_ui/tag";
import type { PersonTold, WouldBeTold } from "@/server/domain/rota/who-would-be-told";
import { formatTime } from "@/server/vocabulary/london-time";
import { rungInWords } from "@/server/vocabulary/rota";
import { shortDay } from "@/server/vocabulary/span-in-words";

/** Rung by rung: whom an alert would ring, why, and when it would go on. */
export function ToldView({ told }: { readonly told: WouldBeTold }): ReactElement {
  const { at, rungs, teamNames, againMinutes } = told;
  const isNobody = rungs.every(({ people }) => people.length === 0);
  return (
    <section aria-labelledby="told">
      <h2 className="nhsuk-heading-m" id="told">
        {shortDay(at)} at {formatTime(at)}
      </h2>
      <p>
        {hoursInWords(told)}{" "}
        {teamNames.length === 0
          ? "No team has been named."
          : `Told: ${teamNames.join(", and for the handover ")}.`}
      </p>
      {isNobody && (
        <NotificationBanner tone="problem" title="Nobody would be told">
          <p>The crew would be told at once to ring, and which number.</p>
        </NotificationBanner>
      )}
      {rungs.map(({ rung, waitMinutes, people }, place) => (
        <div key={rung}>
          <h3 className="nhsuk-heading-s">{capital(rungInWords(rung))}</h3>
          {people.length === 0 && (
            <p>
              <Tag colour="red">Nobody</Tag> The alert goes on at once.
            </p>
          )}
          {people.map((person) => (
            <Card key={person.personId}>
              <p>
                <strong>{person.name}</strong>, {person.teamName} <Rings rings={person.rings} />
              </p>
              <p>{person.reason}.</p>
            </Card>
          ))}
          {people.length > 0 && (
            <p>
              {place === rungs.length - 1
                ? `If nobody takes it within ${String(waitMinutes)} minutes, the crew is told to ring.`
                : `If nobody takes it within ${String(waitMinutes)} minutes:`}
            </p>
          )}
        </div>
      ))}
      <p>The ladder begins again {againMinutes} minutes after its end, until somebody takes the alert.</p>
    </section>
  );
}

function Rings({ rings }: Pick<PersonTold, "rings">): ReactElement | null {
  switch (rings) {
    case "yes":
      return <Tag colour="green">Phone rings</Tag>;
    case "no":
      return <Tag colour="red">No phone is set up</Tag>;
    case "not-known":
      return null;
  }
}

function hoursInWords({ isOfficeOpen, isBankHoliday }: WouldBeTold): string {
  if (isOfficeOpen) return "In office hours.";
  return isBankHoliday ? "A bank holiday, outside office hours." : "Outside office hours.";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
