import type { ReactElement } from "react";
import { sliceOf } from "./activity-slice";
import { answersOf, causesOf, heldShare } from "./activity-sums";
import { Chart } from "@/app/(oversight)/insight/chart";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import { rowsAddress } from "@/app/(oversight)/insight/rows-address";
import { DoneIcon, ProblemIcon } from "@/app/_ui/icons";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import { causeNames, couldNotCheckCauses } from "@/server/vocabulary/could-not-check-cause";
import { answerKinds } from "@/server/vocabulary/answer";
import { formatCount } from "@/server/vocabulary/format-count";
import { measureNames } from "@/server/vocabulary/measure";
import { sourceNames } from "@/server/vocabulary/rows-cut";

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
          slice: sliceOf(read, { by: "cause", is: cause }),
          opens: { lookups: "could-not-check" },
        }))}
      />
      {failed > 0 && (
        <p>
          <a href={rowsAddress("could-not-check", sliceOf(read))}>
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
          ...answerKinds.map((answer) => ({
            name: measureNames[answer],
            cells: { lookups: inWords(answers[answer]) },
            slice: sliceOf(read),
            opens: { lookups: answer },
          })),
          {
            name: "Share held",
            cells: { lookups: heldShare({ held: answers.held, noneHeld: answers["none-held"] }) },
          },
        ]}
      />
    </>
  );
}

const sources = ["scanned", "typed", "pasted", "searched", "system", "not-known"] as const;

function Channels({ read }: { readonly read: ActivityRead }): ReactElement {
  return (
    <PlainTable
      caption="Lookups by channel"
      firstHeading="Channel"
      columns={[lookupsColumn]}
      rows={sources
        .filter((source) => read.hasAnswers || source !== "not-known")
        .map((source) => ({
          name: sourceNames[source],
          cells: { lookups: inWords(lookupsBy(read, source)) },
          slice: sliceOf(read, { by: "source", is: source }),
        }))}
    />
  );
}

function lookupsBy({ kinds }: ActivityRead, channel: string): number {
  return kinds.filter((kind) => kind.channel === channel).reduce((sum, { lookups }) => sum + lookups, 0);
}

function Hours({ read }: { readonly read: ActivityRead }): ReactElement {
  const places = read.hours.map((lookups, hour) => ({
    label: `${String(hour).padStart(2, "0")}:00`,
    figures: { lookups },
  }));
  const title = "Lookups by hour of the day";
  return (
    <>
      <div className="charts">
        <Chart title={title} series={[{ key: "lookups", name: "Lookups", look: "strong" }]} places={places} />
      </div>
      <PlainTable
        caption={title}
        firstHeading="From"
        columns={[lookupsColumn]}
        rows={places.map(({ label, figures }, hour) => ({
          name: label,
          cells: { lookups: inWords(figures.lookups) },
          slice: sliceOf(read, { by: "hour", is: String(hour) }),
        }))}
      />
    </>
  );
}

const lookupsColumn = { key: "lookups", name: "Lookups", opens: "lookups" } as const;

function inWords(count: number): string {
  return formatCount(count);
}
