import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Tag } from "@/app/_ui/tag";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { planKindWords } from "@/server/vocabulary/plan-kind";

type Effect = FeedReport["effects"][number];

/** Which plans a list touches, one by one; closed at first, since the figures come before. */
export function FeedEffects({ effects }: { readonly effects: readonly Effect[] }): ReactElement | null {
  if (effects.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Plan by plan ({effects.length})</span>
      </summary>
      <div className="nhsuk-details__text">
        <DataTable
          caption="Plans that the list touches"
          columns={columns}
          rows={effects}
          rowKey={({ effect, nhsNumber, kind, startOn }) => `${effect} ${nhsNumber} ${kind} ${startOn}`}
        />
      </div>
    </details>
  );
}

const columns: readonly Column<Effect>[] = [
  { key: "effect", heading: "Effect", cell: ({ effect }) => <EffectTag effect={effect} /> },
  { key: "localId", heading: "Your reference", cell: ({ localId }) => (localId === "" ? "–" : localId) },
  {
    key: "nhsNumber",
    heading: "NHS number",
    cell: ({ nhsNumber }) => <span className="whitespace-nowrap">{formatNhsNumber(nhsNumber)}</span>,
  },
  { key: "kind", heading: "Plan", cell: ({ kind }) => planKindWords[kind].title },
  { key: "startOn", heading: "Started", cell: ({ startOn }) => formatLondonDate(startOn) },
];

function EffectTag({ effect }: Pick<Effect, "effect">): ReactElement {
  const { words, colour } = tags[effect];
  return <Tag colour={colour}>{words}</Tag>;
}

const tags = {
  deleted: { words: "Deleted", colour: "red" },
  ended: { words: "Ended", colour: "yellow" },
  missing: { words: "Missing, stays", colour: "blue" },
  changed: { words: "Changed", colour: "grey" },
  added: { words: "New", colour: "white" },
} as const satisfies Record<Effect["effect"], { words: string; colour: string }>;
