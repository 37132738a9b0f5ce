import type { OfficeTimes } from "@/server/domain/directory/number-now";

/** When the office answers, in words: "Monday to Thursday 8:30am to 5pm, Friday to 4:30pm". */
export function officeHoursInWords({ officeOpensAt, officeClosesAt, fridayClosesAt }: OfficeTimes): string {
  const hours = `${timeInWords(officeOpensAt)} to ${timeInWords(officeClosesAt)}`;
  if (fridayClosesAt === officeClosesAt) return `Monday to Friday ${hours}`;
  return `Monday to Thursday ${hours}, Friday to ${timeInWords(fridayClosesAt)}`;
}

/** "8:30am", "5pm", "midday" for minutes since midnight, as the NHS writes times. */
function timeInWords(minuteOfDay: number): string {
  if (minuteOfDay % 1_440 === 0) return "midnight";
  if (minuteOfDay === 720) return "midday";

  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const past = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? "am" : "pm"}`;
}
