import type { ReactElement } from "react";
import { AnswersPart } from "./answers-part";
import { ChildrenPart } from "./children-part";
import { ReportsPart } from "./reports-part";
import { SettingsPart } from "./settings-part";
import { aboutFigures } from "@/app/(oversight)/insight/about-figures";
import { AsAt } from "@/app/(oversight)/insight/as-at";
import { CountedWith } from "@/app/(oversight)/insight/counted-with";
import { DefinedFigures } from "@/app/(oversight)/insight/defined-figures";
import { InsightNav } from "@/app/(oversight)/insight/insight-nav";
import { InsightTools } from "@/app/(oversight)/insight/insight-tools";
import { PeriodPicker } from "@/app/(oversight)/insight/period-picker";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import type { DefinedFigure } from "@/server/vocabulary/figure-definition";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import type { PeriodRequest } from "@/server/vocabulary/period";

interface ActivityViewProps {
  readonly read: ActivityRead;
  /** Undefined where what was asked could not be read. */
  readonly asked: PeriodRequest | undefined;
}

/** What could not be checked first, since a child may have been missed; then all that goes on. */
export function ActivityView({ read, asked }: ActivityViewProps): ReactElement {
  const { from, to } = read;
  return (
    <ChartsAbout about={aboutFigures(read)}>
      <InsightNav here="/insight/activity" from={from} to={to} />
      <p>
        {formatLondonDate(from)} to {formatLondonDate(to)}.
      </p>
      <AsAt age={read} />
      <CountedWith predecessors={read.predecessors} />
      <PeriodPicker asked={asked} from={from} to={to} action="/insight/activity" />
      <AnswersPart read={read} />
      <SettingsPart read={read} />
      {read.oftenSeen && <ChildrenPart oftenSeen={read.oftenSeen} />}
      <ReportsPart read={read} />
      <InsightTools page="activity" query={{ from, to }} />
      <DefinedFigures figures={read.hasAnswers ? ofAll : ofAuthority} />
    </ChartsAbout>
  );
}

const ofEverybody = ["lookups", "lookup-channel", "hour", "missed", "referral", "outcome"] as const;
const ofAll: readonly DefinedFigure[] = [
  "could-not-check",
  "cause",
  "held",
  "none-held",
  "hit-share",
  ...ofEverybody,
];
const ofAuthority: readonly DefinedFigure[] = ["place", "often-seen", "seen-widely", ...ofEverybody];
