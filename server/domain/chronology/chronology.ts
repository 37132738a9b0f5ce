import type { OrganisationId, SubjectId } from "@/server/vocabulary/ids";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { PlanKind } from "@/server/vocabulary/plan-kind";

/** One thing that was said or done, in words for people. */
export interface Step {
  readonly at: Date;
  readonly text: string;
  /** What somebody wrote, word for word; may have line breaks. */
  readonly quote: string | null;
  /** positive: evidence for the family; retracted: about another child, kept and struck through. */
  readonly mark: "none" | "positive" | "retracted";
}

/** One alert (a look, or a missed appointment) with everything around it, or one attendance about which this authority was not alerted. */
export interface Entry {
  readonly key: string;
  /** Place in time among the entries of the period, from 1, whichever way they are sorted. */
  readonly number: number;
  /** Of the alert; empty for an attendance alone. */
  readonly reference: string | null;
  /** The first look. */
  readonly at: Date;
  /** "Ambulance, London Ambulance Service". */
  readonly place: string;
  /** What a reader must know of every entry of its kind. */
  readonly caution: string;
  /** The whole entry was taken back. */
  readonly isRetracted: boolean;
  /** Why: "this was about another child"; empty where it stands. */
  readonly retraction: string;
  readonly isPositive: boolean;
  /** How it ended, or that it has not. */
  readonly conclusion: string;
  /** Oldest first. */
  readonly steps: readonly Step[];
}

export interface ChronologyPlan {
  readonly kind: PlanKind;
  readonly startOn: LondonDate;
  readonly endOn: LondonDate | null;
  readonly dueOn: LondonDate | null;
  readonly localId: string;
}

export interface ChronologyChild {
  readonly subjectId: SubjectId;
  readonly authorityId: OrganisationId;
  readonly authorityName: string;
  readonly nhsNumber: string;
  /** The number that replaced it, if one did. */
  readonly supersededBy: string | null;
  readonly familyName: string;
  readonly givenNames: string;
  readonly dateOfBirth: LondonDate;
  readonly plans: readonly ChronologyPlan[];
}

export interface Chronology {
  /** Stands on paper and in the file's name, and tells nothing by itself. */
  readonly reference: string;
  readonly child: ChronologyChild;
  /** First day of the period; null for everything. */
  readonly from: LondonDate | null;
  readonly to: LondonDate;
  readonly readAt: Date;
  readonly readBy: string;
  readonly entries: readonly Entry[];
}
