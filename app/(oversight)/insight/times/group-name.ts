import type { TimesRead } from "@/server/domain/insight/read-times";
import type { TimeBreakdown } from "@/server/vocabulary/alert-step";

type Group = Pick<TimesRead["groups"][number], "key" | "name">;

/** What a group of times is called: in full in a table, short under a picture. */
export function groupName(
  by: TimeBreakdown,
  { key, name }: Group,
  length: "full" | "short" = "full",
): string {
  switch (by) {
    case "day":
      return dayFormat[length].format(new Date(`${key}T12:00:00Z`));
    case "channel":
      return channelNames[key] ?? key;
    case "rung":
      return key === "none" ? "Nobody told" : `Rung ${key}`;
    case "setting":
    case "hour-of-week":
      return name;
  }
}

const channelNames: Readonly<Record<string, string>> = {
  push: "Push",
  text: "Text message",
  email: "E-mail",
  none: "None",
};

const dayFormat = {
  full: new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
  }),
  short: new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" }),
};
