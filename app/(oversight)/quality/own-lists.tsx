import type { ReactElement } from "react";
import { figuresOf } from "./quality-figures";
import { ListTrend } from "./list-trend";
import { ProblemTrend } from "./problem-trend";
import { ProblemsByCode } from "./problems-by-code";
import { QualityFindings } from "./quality-findings";
import { WorkAge } from "./work-age";
import { ageOfList } from "@/app/(oversight)/feeds/list-age";
import { aboutUpTo } from "@/app/_ui/chart-file/about-up-to";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { EmptyState } from "@/app/_ui/empty-state";
import { FigureList } from "@/app/_ui/figure-list";
import { PageVerdict } from "@/app/_ui/page-verdict";
import type { DataQuality, JudgedQuality } from "@/server/domain/quality/read-data-quality";

/** One's own lists: what is wrong and what to do, in figures, by code, and from list to list. */
export function OwnLists({ quality }: { readonly quality: DataQuality }): ReactElement {
  const { authorities, asAt } = quality;
  const findings = authorities.flatMap((authority) => authority.findings);
  const bad = findings.filter(({ level }) => level === "bad").length;
  return (
    <ChartsAbout about={aboutUpTo("Lists", asAt)}>
      <PageVerdict
        level={bad > 0 ? "bad" : findings.length > 0 ? "doubtful" : "fine"}
        line={lineOf(bad, findings.length)}
        asAt={asAt}
        path="/quality"
      />
      {authorities.length === 0 && <EmptyState title="You work for no authority" />}
      {authorities.map((authority) => (
        <ChartsAbout key={authority.authorityId} about={{ whose: authority.name }}>
          <OwnAuthority authority={authority} quality={quality} />
        </ChartsAbout>
      ))}
    </ChartsAbout>
  );
}

interface OwnAuthorityProps {
  readonly authority: JudgedQuality;
  readonly quality: DataQuality;
}

/** One of those for which the person works. */
function OwnAuthority({ authority, quality: { asAt, workAge } }: OwnAuthorityProps): ReactElement {
  const { authorityId, name, problems } = authority;
  return (
    <section aria-labelledby={`quality-${authorityId}`}>
      <h2 className="nhsuk-heading-m" id={`quality-${authorityId}`}>
        {name}
        <span className="nhsuk-caption-m">Newest list: {ageOfList(authority.lastReceivedAt, asAt)}</span>
      </h2>
      <QualityFindings findings={authority.findings} />
      <p>Choose a figure to see what it counts.</p>
      <FigureList figures={figuresOf(authority)} />
      <WorkAge age={workAge} />
      <ProblemsByCode byCode={authority.byCode} whose={name} />
      <ListTrend lists={authority.lists} whose={name} />
      {problems.weeks.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">What is wrong, week by week</h3>
          <ProblemTrend problems={problems} whose={name} />
        </>
      )}
    </section>
  );
}

function lineOf(bad: number, all: number): string {
  if (bad > 0)
    return `${bad === 1 ? "1 thing puts" : `${String(bad)} things put`} children at risk of not being found.`;
  return all > 0 ? "The lists are good, but for what is to be mended." : "The lists are good.";
}
