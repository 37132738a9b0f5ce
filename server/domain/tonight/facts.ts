import type { NumberToRing } from "@/server/domain/directory/number-now";
import type { CountedPush } from "@/server/domain/insight/count-pushes";
import type { Delivery } from "@/server/domain/insight/read-delivery";
import type { Gap } from "@/server/domain/tonight/first-on-call";
import type { FoundReach } from "@/server/domain/tonight/read-found-reach";
import type { ListStanding } from "@/server/domain/tonight/read-standings";
import type { WaitingAlerts } from "@/server/domain/tonight/read-waiting-alerts";
import type { OrganisationId, PersonId } from "@/server/vocabulary/ids";

/** Somebody who is on call. */
export interface OnCall {
  readonly personId: PersonId;
  /** Null for whoever may not know who it is. */
  readonly name: string | null;
  readonly teamId: string;
  readonly teamName: string;
  /** What the newest check of the rota found; null for somebody whom none has looked at. */
  readonly reach: FoundReach | null;
}

/** All that is known of one authority's night. */
export interface AuthorityFacts {
  readonly authorityId: OrganisationId;
  readonly name: string;
  readonly region: string;
  /** Who answers the telephone at this hour; null where no number is entered. */
  readonly ring: NumberToRing | null;
  /** It has sent a list, or has somebody on a rota: before that it takes no part. */
  readonly isLive: boolean;
  /** The teams of this hour. */
  readonly teams: readonly { readonly teamId: string; readonly teamName: string }[];
  readonly first: readonly OnCall[];
  /** Whom the later rungs tell besides, each once: nobody is told a second time. */
  readonly behind: readonly OnCall[];
  /** When others come to be first on call, and who; null where nobody else does in the days that are looked at. */
  readonly next: { readonly at: Date; readonly first: readonly OnCall[] } | null;
  /** When nobody is first on call, in the days that are looked at. */
  readonly gaps: readonly Gap[];
  /** How long the first rung has before the next one is told. */
  readonly rungMinutes: number;
  readonly alerts: WaitingAlerts;
  readonly list: ListStanding;
}

/** What holds for every authority at once. */
export interface ServiceFacts {
  readonly delivery: Delivery;
  /** Of the last hour, of the whole service. */
  readonly pushes: readonly CountedPush[];
}
