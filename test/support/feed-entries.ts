import { expect } from "@playwright/test";
import { makeFeedFile, makeFeedRow } from "@/test/support/make-feed";
import type { FullWorld } from "@/test/support/make-full-world";
import type { Entry } from "@/test/support/stranger-entry";

// What the procedures of lists are asked with the ids of another organisation: see other-organisations.test.ts.

/** The code of the other organisation's authority, under which lists are sent. */
export const authorityCode = "E99000001";

const list = ({ feedId }: FullWorld) => ({ feedId });
const webhook = ({ webhookId }: FullWorld) => ({ webhookId });
const reviewed = ({ reviewFeedId: feedId }: FullWorld) => ({ feedId, version: 0 });
const aPlan = () => makeFeedRow({ date_of_birth: "2090-01-01", start_date: "2099-01-05" });
const aText: unknown = expect.any(String);

export const feedEntries: Readonly<Record<string, Entry>> = {
  "feed.overview": { input: () => ({ most: 60 }), gets: { feeds: [] } },
  "feed.report": { input: list, gets: "NOT_FOUND" },
  "feed.progress": { input: list, gets: "NOT_FOUND", ownerGets: { state: "applied" } },
  "feed.confirm": { input: reviewed, gets: "NOT_FOUND" },
  "feed.discard": { input: reviewed, gets: "NOT_FOUND" },
  "feed.showUndo": { input: list, gets: "NOT_FOUND", ownerGets: { withdrawn: 0, version: 0 } },
  "feed.undo": { input: ({ feedId }) => ({ feedId, version: 0 }), gets: "NOT_FOUND" },
  "feed.settleMissing": {
    input: ({ feedId, planId }) => ({ feedId, planIds: [planId], decision: "keep" }),
    gets: "NOT_FOUND",
  },
  // Whoever tells a plan tells it for their own authority: there is no id of others to be tried.
  "feed.tellPlan": { input: aPlan, gets: { ok: true } },
  "feed.quality": { gets: { open: [], fixed: [], newest: null } },
  "feed.corrected": { input: list, gets: "NOT_FOUND", ownerGets: { fileName: aText } },
  // Nobody of theirs was born.
  "feed.births": { gets: [], ownerGets: [] },
  "feed.answerBirth": {
    input: ({ planId }) => ({ planId, answer: { kind: "not-born" } }),
    gets: "NOT_FOUND",
  },
  "feed.toldPlan": { input: ({ toldFeedId: feedId }) => ({ feedId }), gets: "NOT_FOUND" },
  "feed.send": {
    input: () => ({ fileName: `${authorityCode}_2000000001.csv`, bytes: makeFeedFile([{}]) }),
    gets: "FORBIDDEN",
  },
  "feedToken.list": { gets: [] },
  "feedToken.door": { gets: aText, ownerGets: aText },
  // A new token is one's own authority's: there is no id of others to be tried.
  "feedToken.issue": { input: () => ({ label: "Night export" }), gets: { token: aText } },
  "feedToken.rotate": { input: ({ tokenId }) => ({ tokenId, overlapDays: 1 }), gets: "NOT_FOUND" },
  "webhook.list": { gets: [] },
  // Whoever adds an address adds it to their own authority's; the service may tell no host here.
  "webhook.add": {
    input: () => ({ address: "https://cases.example/" }),
    gets: "BAD_REQUEST",
    ownerGets: "BAD_REQUEST",
  },
  "webhook.test": { input: webhook, gets: "NOT_FOUND" },
  "webhook.rotate": { input: ({ webhookId }) => ({ webhookId, overlapDays: 1 }), gets: "NOT_FOUND" },
  "webhook.turnOff": { input: webhook, gets: "NOT_FOUND" },
  "feedToken.revoke": { input: ({ tokenId }) => ({ tokenId }), gets: "NOT_FOUND" },
};
