import type { ReactElement } from "react";
import { countedWords } from "./uptake-words";
import { WordsTable, type WordsColumn } from "@/app/_ui/words-table";
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
      <WordsTable
        caption={`${countedWords[counted].name} by setting, by name`}
        columns={columns}
        rows={settings.map(rowOf)}
      />
    </>
  );
}

const columns: readonly WordsColumn[] = [
  { heading: "Setting" },
  { heading: "Against its own past" },
  { heading: "Last seven days", numeric: true },
  { heading: "Usual", numeric: true },
  { heading: "Last on" },
];

function rowOf({ name, organisationName, state, counts, usual, lastOn }: SettingUse): readonly string[] {
  return [
    `${name}, ${organisationName}`,
    useStateNames[state],
    formatCount(counts.at(-1) ?? 0),
    usual === null ? "–" : formatCount(usual),
    lastOn === null ? "–" : formatLondonDate(lastOn),
  ];
}
