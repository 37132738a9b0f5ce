import type { ReactElement } from "react";
import { countedWords } from "./uptake-words";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { formatLondonDate } from "@/server/vocabulary/london-time";

interface QuietSettingsProps {
  readonly settings: readonly SettingUse[];
  readonly counted: Uptake["counted"];
}

/** The settings that have gone quiet, each with what to ask there. */
export function QuietSettings({ settings, counted }: QuietSettingsProps): ReactElement | null {
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
          </div>
        </li>
      ))}
    </ul>
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
