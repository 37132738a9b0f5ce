import type { ReactElement } from "react";
import { LiveAuthorities } from "./live-authorities";
import { QuietSettings } from "./quiet-settings";
import { SettingTable } from "./setting-table";
import { TrainedTable } from "./trained-table";
import { stateDefinitions } from "./uptake-words";
import { WeekFigures } from "./week-figures";
import { aboutUpTo } from "@/app/_ui/chart-file/about-up-to";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { AsAt } from "@/app/(oversight)/insight/as-at";
import { CountedWith } from "@/app/(oversight)/insight/counted-with";
import { FigureList } from "@/app/_ui/figure-list";
import { PageVerdict } from "@/app/_ui/page-verdict";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { useStateNames, useStates } from "@/server/vocabulary/setting-use";
import { formatCount } from "@/server/vocabulary/format-count";

/** Whether anything has gone quiet, unless counting is behind; what to do; then the weeks, the settings, who has practised and who takes part. */
export function UptakeView({ uptake }: { readonly uptake: Uptake }): ReactElement {
  const { countedAt, isBehind, isOfAll, states, settings, trained, live, counted } = uptake;
  const quiet = states.silent + states.quieter;
  return (
    <ChartsAbout about={countedAt === undefined ? {} : aboutUpTo("Weeks", countedAt)}>
      {countedAt === undefined || isBehind ? (
        // What was not counted yet would look like silence.
        <AsAt age={uptake} />
      ) : (
        <>
          <PageVerdict
            level={quiet > 0 || states["as-usual"] === 0 ? "doubtful" : "fine"}
            line={lineOf(uptake, quiet)}
            asAt={countedAt}
            path="/uptake"
          />
          <QuietSettings uptake={uptake} />
        </>
      )}
      <p>
        Each setting is compared with its own past, never with another. Choose a figure to see what it counts.
      </p>
      <FigureList
        figures={useStates
          .filter((state) => state !== "followed" || states.followed > 0)
          .map((state) => ({
            name: useStateNames[state],
            value: formatCount(states[state]),
            beside: "settings",
            definition: stateDefinitions[state],
          }))}
      />
      <CountedWith predecessors={uptake.predecessors} />
      <WeekFigures weeks={uptake.weeks} told={uptake.told} counted={counted} />
      {!isOfAll && settings.length > 0 && <SettingTable uptake={uptake} />}
      {counted === "questions" && <TrainedTable trained={trained} />}
      {live.length > 0 && <LiveAuthorities live={live} />}
    </ChartsAbout>
  );
}

function lineOf({ counted, states }: Uptake, quiet: number): string {
  if (quiet > 0) return `${quiet === 1 ? "1 setting has" : `${String(quiet)} settings have`} gone quiet.`;
  if (states["as-usual"] === 0) return "There is too little to say what is usual.";
  return counted === "alerts" ? "Every setting alerts you as before." : "Every setting asks as before.";
}
