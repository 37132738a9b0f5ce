import type { ReactElement } from "react";
import { sliceOfUse } from "./slice-of-use";
import { countedWords } from "./uptake-words";
import { rowsAddress } from "@/app/(oversight)/insight/rows-address";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { formatLondonDate } from "@/server/vocabulary/london-time";

/** The settings that have gone quiet, each with what to ask there and what it did before. */
export function QuietSettings({ uptake }: { readonly uptake: Uptake }): ReactElement | null {
  const { settings, counted, weeks } = uptake;
  const quiet = settings.filter(({ state }) => state === "silent" || state === "quieter");
  if (quiet.length === 0) return null;
  return (
    <ul className="findings">
      {quiet.map((setting) => (
        <li key={setting.settingId} className="finding finding--doubtful">
          <LevelMark state="doubtful" />
          <div className="finding__body">
            <p className="finding__what">
              {setting.name}, {setting.organisationName}: {whatOf(setting, counted)}
            </p>
            <p>{counted === "alerts" ? todoOfAuthority : todo}</p>
            <RowsOfUse setting={setting} weeks={weeks} counted={counted} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface RowsOfUseProps extends Pick<Uptake, "weeks" | "counted"> {
  readonly setting: SettingUse;
}

/** When it stopped is in the last of them. */
function RowsOfUse({ setting, weeks, counted }: RowsOfUseProps): ReactElement | null {
  const slice = sliceOfUse(setting, weeks);
  if (slice === undefined) return null;
  const { many, rows } = countedWords[counted];
  return (
    <p>
      <a href={rowsAddress(rows, slice)}>
        See its {many} of these {weeks.length} weeks
        <span className="nhsuk-u-visually-hidden">: {setting.name}</span>
      </a>
    </p>
  );
}

const todo =
  "Ask there whether people can sign in, whether the phones work, and whether a change in how they work left Lantern out.";
const todoOfAuthority =
  "Ask them whether they still look children up: it may be chance, or a door that has closed.";

function whatOf({ state, counts, usual, lastOn }: SettingUse, counted: Uptake["counted"]): string {
  const { many } = countedWords[counted];
  const isUsual = `where ${String(usual)} a week are usual.`;
  if (state === "quieter") return `${String(counts.at(-1) ?? 0)} ${many} in the last seven days, ${isUsual}`;
  const since = lastOn === null ? "" : ` since ${formatLondonDate(lastOn)}`;
  return `no ${many}${since}, ${isUsual}`;
}
