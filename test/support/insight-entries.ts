import { expect } from "@playwright/test";
import type { FullWorld } from "@/test/support/make-full-world";
import type { Entry } from "@/test/support/stranger-entry";

// What the procedures about figures are asked with the ids of another organisation: see other-organisations.test.ts.

const anything: unknown = expect.anything();
const theirRows = ({ crew: { careSettingId } }: FullWorld) => ({
  measure: "lookups",
  period: { days: 7 },
  groupId: careSettingId,
});

export const insightEntries: Readonly<Record<string, Entry>> = {
  "insight.delivery": { gets: anything, ownerGets: anything },
  "digest.own": { gets: { hint: undefined }, ownerGets: { hint: undefined } },
  "digest.choose": {
    input: () => ({ address: "name@council.example" }),
    gets: { hint: "n•••@council.example" },
    ownerGets: { hint: "n•••@council.example" },
  },
  "digest.stop": { gets: { hint: undefined }, ownerGets: { hint: undefined } },
  "insight.untoldGaps": { gets: anything, ownerGets: anything },
  "insight.figures": { input: () => ({ period: { days: 7 } }), gets: anything },
  "insight.activity": { input: () => ({ period: { days: 7 } }), gets: { settings: [], kinds: [] } },
  "insight.oftenSeen": {
    input: () => ({ kind: "widely" }),
    gets: { children: [] },
    ownerGets: { children: [] },
  },
  "insight.file": {
    input: () => ({ page: "times", period: { days: 7 }, step: "taken", by: "setting" }),
    gets: anything,
    ownerGets: anything,
  },
  "insight.times": {
    input: () => ({ period: { days: 7 }, step: "taken", by: "setting" }),
    gets: { groups: [] },
  },
  "insight.rowsFile": {
    input: theirRows,
    gets: { counted: 0 },
    ownerGets: anything,
  },
  "insight.rows": { input: theirRows, gets: { rows: [] } },
};
