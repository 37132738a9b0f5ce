import { later } from "@/app/_ui/later";

/** Loaded when it is wanted. By itself, since practice scans too, and must not come near anything that asks or tells. */
export const ScannerPart = later("The scanner", async () => {
  const { Scanner } = await import("./scanner");
  return Scanner;
});
