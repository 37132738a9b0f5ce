import type { ReactElement } from "react";
import { countedWords } from "./uptake-words";
import type { Column } from "@/app/_ui/data-table";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { useStateNames } from "@/server/vocabulary/setting-use";
import { formatCount } from "@/server/vocabulary/format-count";

interface SettingTableProps {
  readonly settings: readonly SettingUse[];
  readonly counted: Uptake["counted"];
}

/** Each setting beside its own past, by name. */
export function SettingTable({ settings, counted }: SettingTableProps): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">By setting</h2>
      <ScrollTable
        caption={`${countedWords[counted].name} by setting, by name`}
        columns={columns}
        rows={settings}
        rowKey={({ settingId }) => settingId}
      />
    </>
  );
}

const columns: readonly Column<SettingUse>[] = [
  { key: "name", heading: "Setting", cell: ({ name, organisationName }) => `${name}, ${organisationName}` },
  { key: "state", heading: "Against its own past", cell: ({ state }) => useStateNames[state] },
  {
    key: "week",
    heading: "Last seven days",
    numeric: true,
    cell: ({ counts }) => formatCount(counts.at(-1) ?? 0),
  },
  {
    key: "usual",
    heading: "Usual",
    numeric: true,
    cell: ({ usual }) => (usual === null ? "–" : formatCount(usual)),
  },
  {
    key: "last",
    heading: "Last on",
    cell: ({ lastOn }) => (lastOn === null ? "–" : formatLondonDate(lastOn)),
  },
];
