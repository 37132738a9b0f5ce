import Link from "next/link";
import type { ReactElement } from "react";
import { formatFigure } from "./format-figure";
import { rowsAddress } from "./rows-address";
import type { FiguresRead } from "@/server/domain/insight/read-figures";
import { measureNames, type Measure } from "@/server/vocabulary/measure";
import { formatCount } from "@/server/vocabulary/format-count";

/** The figures of the whole period: is anybody told, and do those who ask get answers. Each opens its rows. */
export function HeadlineFigures({ read }: { readonly read: FiguresRead }): ReactElement {
  return (
    <div className="headlines">
      {lists.map(({ title, measures }) => (
        <section key={title} aria-label={title}>
          <ul className="headline">
            {measures
              .filter((measure) => read.measures.includes(measure))
              .map((measure) => (
                <Headline key={measure} measure={measure} read={read} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const lists: readonly { readonly title: string; readonly measures: readonly Measure[] }[] = [
  { title: "Alerts", measures: ["median-wait", "long-wait", "unreached", "taken", "raised"] },
  { title: "Lookups", measures: ["could-not-check", "held", "none-held", "lookups"] },
];

interface HeadlineProps {
  readonly measure: Measure;
  readonly read: FiguresRead;
}

function Headline({ measure, read }: HeadlineProps): ReactElement {
  return (
    <li className="headline__figure">
      <Link className="headline__link" href={rowsAddress(measure, read)} prefetch={false}>
        <span className="headline__name">{measureNames[measure]} </span>
        <span className="headline__value">{formatFigure(measure, read.total[measure])} </span>
        <span className="headline__share">{shareOf(measure, read)}</span>
      </Link>
    </li>
  );
}

/** Of what a count is a part, since 3 of 5 is another matter than 3 of 5,000. */
function shareOf(measure: Measure, { total }: FiguresRead): string {
  switch (measure) {
    case "taken":
    case "unreached":
      return ofWhole(total.raised, "alerts");
    case "held":
    case "none-held":
    case "could-not-check":
      return ofWhole(total.lookups, "lookups");
    case "median-wait":
      return "Half took no longer";
    case "long-wait":
      return "9 in 10 took no longer";
    case "lookups":
    case "raised":
      return "";
  }
}

function ofWhole(whole: number | null, name: string): string {
  return `of ${formatCount(whole ?? 0)} ${name}`;
}
