import type { ReactElement } from "react";
import type { Column } from "@/app/_ui/data-table";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { Live } from "@/server/domain/uptake/read-live";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

/** Which authorities take part: of one whether it does, of many how many and what the others lack. */
export function LiveAuthorities({ live }: { readonly live: readonly Live[] }): ReactElement {
  const taking = live.filter(({ hasList, hasRota }) => hasList && hasRota).length;
  const [only] = live;
  return (
    <>
      <h2 className="nhsuk-heading-m">Authorities that take part</h2>
      {live.length === 1 && only !== undefined ? (
        <p>
          {only.name}: {lackOf(only)}
        </p>
      ) : (
        <p>
          <strong>
            {taking} of {live.length}
          </strong>{" "}
          have a list loaded and somebody on a rota of these days.
        </p>
      )}
      {live.length > 1 && (
        <ScrollTable
          caption="Authorities, those that lack something first"
          columns={columns}
          rows={live.toSorted((one, other) => rankOf(one) - rankOf(other))}
          rowKey={({ authorityId }) => authorityId}
        />
      )}
    </>
  );
}

function rankOf({ hasList, hasRota }: Live): number {
  return Number(hasList) + Number(hasRota);
}

function lackOf({ hasList, hasRota }: Live): string {
  if (hasList && hasRota) return "Live: a list is loaded, and there is a rota.";
  if (hasList) return "A list is loaded, but nobody is on a rota: have the manager fill it.";
  return hasRota
    ? "There is a rota, but no list was ever loaded: have the data officer send one."
    : "Not live: neither list nor rota.";
}

const columns: readonly Column<Live>[] = [
  { key: "name", heading: "Authority", cell: ({ name }) => name },
  { key: "state", heading: "Takes part", cell: (live) => <div className="what-cell">{lackOf(live)}</div> },
  {
    key: "since",
    heading: "First list",
    cell: ({ firstListAt }) => (firstListAt === null ? "–" : formatLondonDate(londonDate(firstListAt))),
  },
];
