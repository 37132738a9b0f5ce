import type { Tonight } from "@/server/domain/tonight/read-tonight";
import { tonightDefinitions } from "@/server/vocabulary/tonight-definition";
import type { TileState } from "@/server/vocabulary/tonight-state";

/** One fact of what holds for every authority, for a line of a file. */
interface ServiceFact {
  readonly what: string;
  readonly state: TileState;
  readonly figure: string;
  readonly found: string;
}

/** Whether pushes arrive, and how many of the last hour failed, by who carries them. Pure. */
export function serviceFacts({
  service,
  deliveryLine,
  vendors,
}: Pick<Tonight, "service" | "deliveryLine" | "vendors">): readonly ServiceFact[] {
  const silence = service.find(({ kind }) => kind === "delivery-silent");
  return [
    {
      what: tonightDefinitions.proof.name,
      state: silence?.level ?? "fine",
      figure: deliveryLine,
      found: silence?.what ?? "",
    },
    ...vendors.map(({ name, answered, failed, isFailing }) => ({
      what: name,
      state: isFailing ? ("bad" as const) : ("fine" as const),
      figure: String(failed),
      found: `${String(failed)} of ${String(answered)} failed in the last hour`,
    })),
  ];
}
