import type { ReactElement } from "react";
import { countedWords } from "./uptake-words";
import { sliceOfUse } from "./slice-of-use";
import { PlainTable, type PlainColumn, type PlainRow } from "@/app/(oversight)/insight/plain-table";
import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { useStateNames } from "@/server/vocabulary/setting-use";
import { formatCount } from "@/server/vocabulary/format-count";

/** Each setting beside its own past, by name. What is usual is the median of weeks, and opens nothing. */
export function SettingTable({ uptake }: { readonly uptake: Uptake }): ReactElement {
  const { settings, counted, weeks } = uptake;
  return (
    <>
      <h2 className="nhsuk-heading-m">By setting</h2>
      <PlainTable
        caption={`${countedWords[counted].name} by setting, by name`}
        firstHeading="Setting"
        columns={columnsOf(counted)}
        rows={settings.map((setting) => rowOf(setting, weeks.slice(-1)))}
      />
    </>
  );
}

function columnsOf(counted: Uptake["counted"]): readonly PlainColumn[] {
  return [
    { key: "state", name: "Against its own past", isWords: true },
    { key: "last", name: "Last seven days", opens: countedWords[counted].rows },
    { key: "usual", name: "Usual" },
    { key: "last-on", name: "Last on", isWords: true },
  ];
}

function rowOf(setting: SettingUse, lastWeek: Uptake["weeks"]): PlainRow {
  const { name, organisationName, state, counts, usual, lastOn } = setting;
  const slice = sliceOfUse(setting, lastWeek);
  return {
    name: `${name}, ${organisationName}`,
    cells: {
      state: useStateNames[state],
      last: formatCount(counts.at(-1) ?? 0),
      usual: usual === null ? "–" : formatCount(usual),
      "last-on": lastOn === null ? "–" : formatLondonDate(lastOn),
    },
    ...(slice && { slice }),
  };
}
