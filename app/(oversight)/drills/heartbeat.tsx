import type { ReactElement } from "react";
import { secondsInWords } from "./drill-words";
import { inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import type { Column } from "@/app/_ui/data-table";
import { Definitions } from "@/app/_ui/definitions";
import { EmptyState } from "@/app/_ui/empty-state";
import { MeasureChart } from "@/app/_ui/measure-chart";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { HeartbeatDay } from "@/server/domain/drill/silences";
import { silentAfterSeconds } from "@/server/vocabulary/delivery-proof";
import { heartbeatDefinitions } from "@/server/vocabulary/drill-definition";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";
import { dateFormat } from "@/server/vocabulary/date-format";

/** Whether pushes arrived, day by day, as the service proves to itself every minute. */
export function Heartbeat({ heartbeat }: { readonly heartbeat: readonly HeartbeatDay[] }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">The service’s own heartbeat</h2>
      <p>
        Every minute the service pushes to itself by the way that leads to a phone. More than three minutes
        without an arrival is a fault of the service, and not of your rota.
      </p>
      {heartbeat.length === 0 ? (
        <EmptyState title="Nothing is on record yet" />
      ) : (
        <>
          <MeasureChart
            title="Longest silence of each day, in minutes"
            name="Longest silence"
            unit=" min"
            look="bars"
            points={heartbeat.map(({ day, longestSilenceSeconds }) => ({
              label: dayFormat(new Date(`${day}T12:00:00Z`)),
              value: Math.round(longestSilenceSeconds / 6) / 10,
            }))}
            target={{ value: silentAfterSeconds / 60, name: "3 minutes" }}
          />
          <ScrollTable
            caption="Heartbeat by day, newest first"
            columns={columns}
            rows={heartbeat.toReversed()}
            rowKey={({ day }) => day}
          />
          <Definitions definitions={Object.values(heartbeatDefinitions)} />
        </>
      )}
    </>
  );
}

const columns: readonly Column<HeartbeatDay>[] = [
  {
    key: "day",
    heading: "Day",
    cell: ({ day, longestSilenceSeconds }) => (
      <>
        <LevelMark state={longestSilenceSeconds > silentAfterSeconds ? "bad" : "fine"} />{" "}
        {formatLondonDate(day)}
      </>
    ),
  },
  {
    key: "share",
    heading: heartbeatDefinitions.proven.name,
    numeric: true,
    cell: ({ begun, proven }) => inPercent(proven, begun),
  },
  {
    key: "begun",
    heading: heartbeatDefinitions.begun.name,
    numeric: true,
    cell: ({ begun }) => formatCount(begun),
  },
  {
    key: "silence",
    heading: heartbeatDefinitions.silence.name,
    numeric: true,
    cell: ({ longestSilenceSeconds }) => secondsInWords(longestSilenceSeconds),
  },
];

const dayFormat = dateFormat({ timeZone: "UTC", day: "numeric", month: "short" });
