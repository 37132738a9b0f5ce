import type { ReactElement } from "react";
import { sliceOf } from "./activity-slice";
import { heldShare } from "./activity-sums";
import { PlainTable, type PlainColumn } from "@/app/(oversight)/insight/plain-table";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import { formatCount } from "@/server/vocabulary/format-count";
import { placeNames, type RowsCut } from "@/server/vocabulary/rows-cut";

/** From where was asked: by care setting with its answers; for an authority by care setting and place. */
export function SettingsPart({ read }: { readonly read: ActivityRead }): ReactElement {
  const { settings, hasAnswers } = read;
  return (
    <>
      <h2 className="nhsuk-heading-m">By care setting{hasAnswers ? "" : " and place"}</h2>
      {settings.length === 0 ? (
        <p>There is nothing to count in this period.</p>
      ) : (
        <PlainTable
          caption={hasAnswers ? "Lookups by care setting" : "Lookups by care setting and place"}
          firstHeading="Care setting"
          columns={hasAnswers ? answerColumns : placeColumns}
          rows={settings.map((setting) => ({
            name: setting.name ?? "Not on record",
            cells: cellsOf(setting),
            slice: sliceOf(read, cutOf(setting)),
          }))}
        />
      )}
    </>
  );
}

const answerColumns: readonly PlainColumn[] = [
  { key: "lookups", name: "Lookups", opens: "lookups" },
  { key: "could-not-check", name: "Could not check", opens: "could-not-check" },
  { key: "held", name: "Held", opens: "held" },
  { key: "none-held", name: "None held", opens: "none-held" },
  { key: "share", name: "Share held" },
];

const placeColumns: readonly PlainColumn[] = [
  { key: "place", name: "Place" },
  { key: "lookups", name: "Lookups", opens: "lookups" },
];

function cutOf({ id = "none", place }: ActivityRead["settings"][number]): RowsCut {
  return { by: "setting", is: id, ...(place !== null && { place }) };
}

function cellsOf(setting: ActivityRead["settings"][number]): Readonly<Record<string, string>> {
  const { place, lookups, held, none_held: noneHeld, could_not_check: failed } = setting;
  return {
    place: place === null ? "–" : placeNames[place],
    lookups: formatCount(lookups),
    "could-not-check": formatCount(failed),
    held: formatCount(held),
    "none-held": formatCount(noneHeld),
    share: heldShare({ held, noneHeld }),
  };
}
