import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Details } from "@/app/_ui/details";
import type { Attempt } from "@/server/domain/push/milestones-in-words";
import { channelWords } from "@/server/vocabulary/notice-purpose";

const columns: readonly Column<Attempt>[] = [
  { key: "who", heading: "Who", cell: ({ personName }) => <strong>{personName}</strong> },
  {
    key: "how",
    heading: "How",
    cell: ({ channel, purpose }) =>
      purpose === "alarm" ? `Alarm, ${channelWords[channel]}` : channelWords[channel],
  },
  { key: "milestones", heading: "What became of it", cell: ({ milestones }) => milestones },
];

/** Every attempt to have the alert taken, with what became of each. */
export function HowItWasTold({ attempts }: { readonly attempts: readonly Attempt[] }): ReactElement | null {
  if (attempts.length === 0) return null;
  return (
    <Details summary={`How it was told (${String(attempts.length)})`}>
      <DataTable
        caption="Every notice that was sent"
        columns={columns}
        rows={attempts}
        rowKey={({ noticeId }) => noticeId}
      />
    </Details>
  );
}
