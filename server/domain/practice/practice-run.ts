import type { PersonActor } from "@/server/vocabulary/actor";
import type { PracticeRunId } from "@/server/vocabulary/ids";
import { mayDo } from "@/server/vocabulary/permission";
import { practiceSteps, type PracticeStep } from "@/server/vocabulary/practice-step";
import type { ResultCard } from "@/server/vocabulary/result-card";

/** How far a person is with practising. */
export interface PracticeRun {
  readonly runId: PracticeRunId;
  readonly steps: readonly PracticeStep[];
  readonly finishedAt: Date | null;
}

interface StepTimes {
  readonly typedAt: Date | null;
  readonly scannedAt: Date | null;
  readonly heldSeenAt: Date | null;
  readonly alertFollowedAt: Date | null;
  readonly noneHeldSeenAt: Date | null;
  readonly couldNotCheckSeenAt: Date | null;
}

/** The steps that have been done, by the times that are on record. Pure. */
export function stepsOf(row: StepTimes): readonly PracticeStep[] {
  const times: Readonly<Record<PracticeStep, Date | null>> = {
    typed: row.typedAt,
    scanned: row.scannedAt,
    "held-seen": row.heldSeenAt,
    "alert-followed": row.alertFollowedAt,
    "none-held-seen": row.noneHeldSeenAt,
    "could-not-check-seen": row.couldNotCheckSeenAt,
  };
  return practiceSteps.filter((step) => times[step] !== null);
}

/** As which kind of check the person practises: the one that their role makes. Pure. */
export function modeOf({ role }: PersonActor): ResultCard["mode"] {
  return mayDo(role, "child:look-up") ? "unscheduled" : "scheduled";
}
