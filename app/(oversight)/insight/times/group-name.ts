import { partLabel, partName } from "@/app/(oversight)/insight/part-name";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { alertChannelNames } from "@/server/vocabulary/rows-cut";

type Group = Pick<TimesRead["groups"][number], "key" | "name">;

/** What a group of times is called: in full in a table, short under a picture. */
export function groupName(
  read: Pick<TimesRead, "request" | "unit" | "parts">,
  { key, name }: Group,
  length: "full" | "short" = "full",
): string {
  switch (read.request.by) {
    case "day": {
      const part = read.parts.find(({ from }) => from === key);
      return part === undefined ? name : inWords[length](read.unit, part);
    }
    case "channel":
      return alertChannelNames[key] ?? key;
    case "rung":
      return key === "none" ? "Nobody told" : `Rung ${key}`;
    case "setting":
    case "hour-of-week":
      return name;
  }
}

const inWords = { full: partName, short: partLabel } as const;
