import type { ReactElement } from "react";
import { CompareForm } from "./compare-form";
import { Distribution } from "./distribution";
import { GroupTimes } from "./group-times";
import { StepsTable } from "./steps-table";
import { TimesHeadline } from "./times-headline";
import { aboutFigures } from "@/app/(oversight)/insight/about-figures";
import { AsAt } from "@/app/(oversight)/insight/as-at";
import { CountedWith } from "@/app/(oversight)/insight/counted-with";
import { DefinedFigures } from "@/app/(oversight)/insight/defined-figures";
import { InsightNav } from "@/app/(oversight)/insight/insight-nav";
import { InsightTools } from "@/app/(oversight)/insight/insight-tools";
import { PeriodPicker } from "@/app/(oversight)/insight/period-picker";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import type { PeriodRequest } from "@/server/vocabulary/period";

interface TimesViewProps {
  readonly read: TimesRead;
  /** Undefined where what was asked could not be read. */
  readonly asked: PeriodRequest | undefined;
}

/** How long it takes, in one line; each step; how one of them is spread; and where and when it is slow. */
export function TimesView({ read, asked }: TimesViewProps): ReactElement {
  const { from, to, request } = read;
  return (
    <ChartsAbout about={aboutFigures(read)}>
      <InsightNav here="/insight/times" from={from} to={to} />
      {!read.isBehind && <TimesHeadline steps={read.steps} />}
      <p>
        {formatLondonDate(from)} to {formatLondonDate(to)}.
      </p>
      <AsAt age={read} />
      <CountedWith predecessors={read.predecessors} />
      <PeriodPicker
        asked={asked}
        from={from}
        to={to}
        action="/insight/times"
        keep={{ step: request.step, by: request.by }}
      />
      <h2 className="nhsuk-heading-m">From the look to a human and back</h2>
      <StepsTable read={read} />
      <DefinedFigures
        figures={[
          "raised",
          "shown",
          "taken-step",
          "answered",
          "closed",
          "percentiles",
          "in-time",
          "rung",
          "alert-channel",
        ]}
      />
      <CompareForm read={read} />
      <Distribution read={read} />
      <GroupTimes read={read} />
      <InsightTools
        page="times"
        query={{
          from,
          to,
          step: request.step,
          by: request.by,
          ...(request.splitOn && { split: request.splitOn }),
        }}
      />
    </ChartsAbout>
  );
}
