import type { ReactElement } from "react";
import { inPercent, inDays } from "./quality-words";
import { ageOfList } from "@/app/(oversight)/feeds/list-age";
import { SummaryList } from "@/app/_ui/summary-list";
import type { Quality } from "@/server/domain/register/quality/show-quality";
import { formatCount } from "@/server/vocabulary/format-count";

interface QualityMeasuresProps {
  readonly quality: Quality;
  readonly now: Date;
}

/** How good the newest list is, in five figures. docs/measures.md says how each is counted. */
export function QualityMeasures({ quality, now }: QualityMeasuresProps): ReactElement {
  const { newest, unmatched, gaps, daysToFix } = quality;
  const rows = newest?.rows ?? 0;
  return (
    <SummaryList
      rows={[
        { key: "Agrees with demographics", value: inPercent(rows - unmatched, rows) },
        { key: "Rows that could be loaded", value: inPercent(newest?.loaded ?? 0, rows) },
        { key: "Newest list", value: ageOfList(newest?.receivedAt ?? null, now) },
        { key: "Lists skipped in 90 days", value: formatCount(gaps) },
        { key: "From first shown to fixed, usually", value: inDays(daysToFix) },
      ]}
    />
  );
}
