import { later } from "@/app/_ui/later";

/** Loaded where Lantern was opened from another system's record. */
export const RecordPart = later("The patient of the record", async () => {
  const { RecordOpener } = await import("./record-opener");
  return RecordOpener;
});
