import type { ReactElement } from "react";
import { caller } from "@/app/_trpc/server";
import { ProblemIcon } from "@/app/_ui/icons";

/** Whether pushes to phones arrive, as the service proves to itself every minute, and what to do where they do not. */
export async function DeliveryLine(): Promise<ReactElement> {
  const { isSilent, line, failure } = await (await caller()).insight.delivery();
  if (!isSilent) return <p>Pushes, tested every minute: {line}.</p>;
  return (
    <p className="verdict verdict--problem">
      <ProblemIcon />
      <span>
        Pushes, tested every minute: {line}. Alerts may not be arriving. Ask crews to ring the duty number as
        well, and tell whoever runs the service. {failure}
      </span>
    </p>
  );
}
