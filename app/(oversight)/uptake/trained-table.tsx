import type { ReactElement } from "react";
import { inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import type { Trained } from "@/server/domain/uptake/read-trained";
import { formatCount } from "@/server/vocabulary/format-count";

/** How many have practised, by setting; nobody by name. */
export function TrainedTable({ trained }: { readonly trained: readonly Trained[] }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">Who has practised</h2>
      <p>
        Of those who signed in here in the last 28 days to check children, how many went through practice in
        the last year. Fewer than five people are not counted: it would tell of each who they are.
      </p>
      {trained.length === 0 ? (
        <EmptyState title="Nobody has signed in here in the last 28 days" />
      ) : (
        <DataTable
          caption={
            trained.every(({ settingName }) => settingName === null)
              ? "Practised, by organisation"
              : "Practised, by setting"
          }
          columns={columns}
          rows={trained}
          rowKey={({ organisationName, settingName }) => `${organisationName} ${settingName ?? ""}`}
        />
      )}
    </>
  );
}

const tooFew = "Fewer than 5 people";

const columns: readonly Column<Trained>[] = [
  {
    key: "where",
    heading: "Where",
    cell: ({ organisationName, settingName }) => settingName ?? `${organisationName}, all together`,
  },
  {
    key: "share",
    heading: "Have practised",
    cell: ({ count }) => (count === null ? tooFew : inPercent(count.practised, count.people)),
  },
  {
    key: "people",
    heading: "People",
    cell: ({ count }) =>
      count === null ? "–" : `${formatCount(count.practised)} of ${formatCount(count.people)}`,
  },
];
