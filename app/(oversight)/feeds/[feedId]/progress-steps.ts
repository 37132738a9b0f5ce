import type { DeliveryProgress } from "@/server/domain/register/delivery/read-progress";

export interface ProgressStep {
  readonly name: string;
  readonly detail: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** The steps of taking a list in, with how far each is; undefined progress is none yet. */
export function progressSteps(progress: DeliveryProgress | undefined): ProgressStep[] {
  const { state = "received", isConfirmed = false, rowsRead = 0, rowsToTrace = 0, rowsTraced = 0 } = progress ?? {};
  const isTracing = state === "tracing" || state === "waiting";
  const rows = `${rowsRead.toLocaleString("en-GB")} rows`;
  const people = `${rowsTraced.toLocaleString("en-GB")} of ${rowsToTrace.toLocaleString("en-GB")} people who are new or changed`;

  return [
    { name: "Read and checked", detail: rows, share: isTracing ? 1 : rowsRead > 0 ? 0.5 : 0 },
    {
      name: "Asked demographics",
      detail: isTracing ? people : "Not yet",
      share: isTracing && rowsToTrace > 0 ? rowsTraced / rowsToTrace : 0,
    },
    { name: isConfirmed ? "Applied" : "Compared with the register", detail: "Not yet", share: 0 },
  ];
}
