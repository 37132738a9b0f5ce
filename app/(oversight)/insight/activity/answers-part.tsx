import type { ReactElement } from "react";
import { answersOf, causesOf, heldShare } from "./activity-sums";
import { Chart } from "@/app/(oversight)/insight/chart";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import { rowsAddress } from "@/app/(oversight)/insight/rows-address";
import { DoneIcon, ProblemIcon } from "@/app/_ui/icons";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import { causeNames, couldNotCheckCauses } from "@/server/vocabulary/could-not-check-cause";
import { formatCount } from "@/server/vocabulary/format-count";

/** Lookups: what could not be checked and why, the answers, how numbers came to phones, and the hours of the day. */
export function AnswersPart({ read }: { readonly read: ActivityRead }): ReactElement {
  return (
    <>
      {read.hasAnswers && <Answers read={read} />}
      <h2 className="nhsuk-heading-m">How numbers came to the phone</h2>
      <Channels read={read} />
      <h2 className="nhsuk-heading-m">Time of day</h2>
      <Hours read={read} />
    </>
  );
}

function Answers({ read }: { readonly read: ActivityRead }): ReactElement {
  const answers = answersOf(read);
  const causes = causesOf(read);
  const all = answers.held + answers["none-held"] + answers["could-not-check"];
  const failed = answers["could-not-check"];
  return (
    <>
      {!read.isBehind && all > 0 && (
        <p className={failed === 0 ? "verdict verdict--fine" : "verdict verdict--problem"}>
          {failed === 0 ? <DoneIcon /> : <ProblemIcon />}
          <span>
            {failed === 0
              ? "Every lookup was answered."
              : `${inWords(failed)} of ${inWords(all)} lookups could not be checked.`}
          </span>
        </p>
      )}
      <h2 className="nhsuk-heading-m">Could not check, by cause</h2>
      <PlainTable
        caption="Lookups that could not be checked"
        firstHeading="Cause"
        columns={[lookupsColumn]}
        rows={couldNotCheckCauses.map((cause) => ({
          name: causeNames[cause],
          cells: { lookups: inWords(causes[cause]) },
        }))}
      />
      {failed > 0 && (
        <p>
          <a href={rowsAddress("could-not-check", { from: read.from, to: read.to })}>
            See the {failed === 1 ? "lookup" : "lookups"} that could not be checked
          </a>
        </p>
      )}
      <h2 className="nhsuk-heading-m">Answers</h2>
      <PlainTable
        caption="Lookups by answer"
        firstHeading="Answer"
        columns={[lookupsColumn]}
        rows={[
          { name: "Held", cells: { lookups: inWords(answers.held) } },
          { name: "None held", cells: { lookups: inWords(answers["none-held"]) } },
          { name: "Could not check", cells: { lookups: inWords(failed) } },
          {
            name: "Share held",
            cells: { lookups: heldShare({ held: answers.held, noneHeld: answers["none-held"] }) },
          },
        ]}
      />
    </>
  );
}

function Channels({ read }: { readonly read: ActivityRead }): ReactElement {
  return (
    <PlainTable
      caption="Lookups by channel"
      firstHeading="Channel"
      columns={[lookupsColumn]}
      rows={Object.entries(channelNames)
        .filter(([key]) => read.hasAnswers || key !== "not-known")
        .map(([key, name]) => ({ name, cells: { lookups: inWords(lookupsBy(read, key)) } }))}
    />
  );
}

function lookupsBy({ kinds }: ActivityRead, channel: string): number {
  return kinds.filter((kind) => kind.channel === channel).reduce((sum, { lookups }) => sum + lookups, 0);
}

const channelNames = {
  scanned: "Scanned",
  typed: "Typed",
  pasted: "Pasted",
  searched: "Found by name",
  system: "Another system",
  "not-known": "Not known, the attempt failed",
} as const;

function Hours({ read }: { readonly read: ActivityRead }): ReactElement {
  const places = read.hours.map((lookups, hour) => ({
    label: `${String(hour).padStart(2, "0")}:00`,
    figures: { lookups },
  }));
  const title = "Lookups by hour of the day";
  return (
    <>
      <div className="charts">
        <Chart title={title} series={[{ ...lookupsColumn, look: "strong" }]} places={places} />
      </div>
      <PlainTable
        caption={title}
        firstHeading="From"
        columns={[lookupsColumn]}
        rows={places.map(({ label, figures }) => ({
          name: label,
          cells: { lookups: inWords(figures.lookups) },
        }))}
      />
    </>
  );
}

const lookupsColumn = { key: "lookups", name: "Lookups" } as const;

function inWords(count: number): string {
  return formatCount(count);
}
