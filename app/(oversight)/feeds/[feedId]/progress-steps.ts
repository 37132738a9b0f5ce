import type { DeliveryProgress } from "@/server/domain/register/delivery/read-progress";
import { formatCount } from "@/server/vocabulary/format-count";

export interface ProgressStep {
  readonly name: string;
  readonly detail: string;
  /** From 0 to 1. */
  readonly share: number;
}

const beforeAll: DeliveryProgress = {
  state: "received",
  isConfirmed: false,
  rowsRead: 0,
  rowsToTrace: 0,
  rowsTraced: 0,
};

/** The steps of taking a list in, with how far each is; undefined progress is none yet. Pure. */
export function progressSteps(progress: DeliveryProgress = beforeAll): ProgressStep[] {
  const last = progress.isConfirmed ? "Applied" : "Compared with the register";
  return [readingStep(progress), tracingStep(progress), { name: last, detail: "Not yet", share: 0 }];
}

function readingStep({ state, rowsRead }: DeliveryProgress): ProgressStep {
  const unfinished = rowsRead > 0 ? 0.5 : 0;
  return {
    name: "Read and checked",
    detail: `${formatCount(rowsRead)} rows`,
    share: state === "received" ? unfinished : 1,
  };
}

function tracingStep({ state, rowsToTrace, rowsTraced }: DeliveryProgress): ProgressStep {
  if (state === "received" || rowsToTrace === 0) return { name: asked, detail: "Not yet", share: 0 };
  const detail = `${formatCount(rowsTraced)} of ${formatCount(rowsToTrace)} people who are new or changed`;
  return { name: asked, detail, share: rowsTraced / rowsToTrace };
}

const asked = "Asked demographics";
