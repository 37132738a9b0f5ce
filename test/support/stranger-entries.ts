import { expect } from "@playwright/test";
import { seal } from "@/server/api/look-record/signature";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { LookRecord } from "@/server/vocabulary/look-record";
import { makeFeedFile, makeFeedRow } from "@/test/support/make-feed";
import { makeSubscription, type FullWorld } from "@/test/support/make-full-world";
import { rotaEntries } from "@/test/support/rota-entries";
import { testSigningKeys } from "@/test/support/test-signing-keys";

/** The code of the other organisation's authority, under which lists are sent. */
export const authorityCode = "E99000001";

export interface Entry {
  /** The input, made with the ids of the other organisation. */
  readonly input?: (theirs: FullWorld) => unknown;
  /** What a stranger gets: the code of an error, or an answer. Whatever it is, nothing of theirs may be in it. */
  readonly gets: unknown;
  /** Who of the other organisation gets an answer to the same question, if not anybody with the permission. */
  readonly owner?: (theirs: FullWorld) => PersonActor;
  /** What the owner gets, where the answer names nothing of theirs and changes nothing. */
  readonly ownerGets?: unknown;
}

const alert = ({ alertId }: FullWorld) => ({ alertId });
export const lookup = ({ lookupId }: FullWorld) => ({ lookupId });
const list = ({ feedId }: FullWorld) => ({ feedId });
const reviewed = ({ reviewFeedId: feedId }: FullWorld) => ({ feedId, version: 0 });
const aPlan = () => makeFeedRow({ date_of_birth: "2090-01-01", start_date: "2099-01-05" });
const askedMiss = ({ miss: { nhsNumber, requestId } }: FullWorld) => ({ nhsNumber, requestId });
const crew = (theirs: FullWorld) => theirs.crew;
const duty = (theirs: FullWorld) => theirs.duty;
/** Their record, signed as Lantern signs it. */
async function sealedRecord({ trustCode, child: { nhsNumber } }: FullWorld) {
  const record: LookRecord = {
    format: "lantern-look-record-1",
    nhsNumber,
    organisation: { code: trustCode, name: "Theirs", kind: "health" },
    openedAt: new Date("2099-11-23T21:14:00Z"),
    openedBy: "Somebody",
    scope: "Theirs.",
    looks: [],
    alerts: [],
    acts: [],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  return { sealed: await seal(bytes, testSigningKeys), form: "json" };
}
const anything: unknown = expect.anything();
const aText: unknown = expect.any(String);
const week = { from: "2099-11-17", to: "2099-11-23" };

/** Every procedure, and what it is asked with the ids of another organisation. */
export const entries: Readonly<Record<string, Entry>> = {
  "alert.list": { gets: [] },
  "alert.read": { input: alert, gets: "NOT_FOUND" },
  "alert.acknowledge": { input: alert, gets: "NOT_FOUND" },
  "alert.live": { input: alert, gets: { eventCount: 0 }, ownerGets: { eventCount: 1 } },
  "alert.waiting": { gets: { waiting: 0, lastEventAt: null }, ownerGets: { waiting: 1 } },
  "alert.liveList": { gets: { waiting: 0, lastEventAt: null }, ownerGets: { waiting: 1 } },
  "alert.decline": { input: alert, gets: "NOT_FOUND" },
  "alert.colleagues": { gets: [] },
  "alert.handOver": {
    input: ({ alertId, duty: { personId } }) => ({ alertIds: [alertId], toPersonId: personId }),
    gets: "BAD_REQUEST",
    ownerGets: "CONFLICT",
  },
  // Nobody has taken it yet, which only those learn whose it is.
  "alert.accept": {
    input: ({ alertId }) => ({ alertIds: [alertId] }),
    gets: "NOT_FOUND",
    ownerGets: "CONFLICT",
  },
  "alert.promise": {
    input: ({ alertId }) => ({ alertId, minutes: 10 }),
    gets: "NOT_FOUND",
    ownerGets: "CONFLICT",
  },
  "alert.close": {
    input: ({ alertId }) => ({ alertId, outcome: "no-concern" }),
    gets: "NOT_FOUND",
    ownerGets: "CONFLICT",
  },
  "alert.reopen": { input: alert, gets: "NOT_FOUND", ownerGets: "CONFLICT" },
  "message.send": {
    input: ({ alertId, requestId }) => ({ alertId, requestId, body: "We wait." }),
    gets: "NOT_FOUND",
    owner: duty,
  },
  "message.mark": {
    input: ({ alertId }) => ({ alertId, milestone: "read" }),
    gets: "NOT_FOUND",
    owner: duty,
  },
  "visit.sighting": {
    input: ({ lookupId }) => ({ lookupId, sighting: "child-seen" }),
    gets: "NOT_FOUND",
    owner: crew,
  },
  "visit.wrongChild": { input: lookup, gets: "NOT_FOUND", owner: crew },
  "visit.review": {
    input: ({ lookupId }) => ({ lookupId, clinician: "Dr Jo Senior" }),
    gets: "NOT_FOUND",
    owner: crew,
  },
  "visit.departure": {
    input: ({ lookupId }) => ({ lookupId, departure: "conveyed", despite: true }),
    gets: "NOT_FOUND",
    owner: crew,
  },
  "visit.summary": { input: ({ lookupId }) => ({ lookupId, text: "Well." }), gets: "NOT_FOUND", owner: crew },
  "drill.start": { gets: { reference: aText } },
  "audit.search": { input: ({ child: { nhsNumber } }) => ({ ...week, nhsNumber }), gets: { rows: [] } },
  // Anybody's number may be asked about: what must not come back is what others did.
  "looks.open": { input: ({ miss: { nhsNumber } }) => ({ nhsNumber }), gets: { record: anything } },
  "looks.export": { input: sealedRecord, gets: "NOT_FOUND", ownerGets: { base64: aText } },
  // A look without a question, and a question, of others.
  "review.list": { gets: { looks: anything } },
  "review.decide": {
    input: ({ miss: { lookupId } }) => ({ lookupId, decision: "proportionate", note: "As usual." }),
    gets: "NOT_FOUND",
  },
  "review.own": { gets: [], owner: crew, ownerGets: [{ question: "Why?" }] },
  "review.answer": {
    input: ({ reviewId }) => ({ reviewId, answer: "On call." }),
    gets: "NOT_FOUND",
    owner: crew,
  },
  "chronology.read": {
    input: ({ child: { subjectId } }) => ({ subjectId, period: "all" }),
    gets: "NOT_FOUND",
  },
  "device.key": { gets: aText, ownerGets: aText },
  // Their own push address is no id to be tried: whoever can name it holds the phone, which then is theirs by design.
  "device.keep": { input: makeSubscription, gets: { deviceId: aText } },
  // A phone that is not one's own may be named by an old browser: nothing happens.
  "device.lost": {
    input: ({ deviceId }) => ({ deviceId, loss: "permission" }),
    gets: undefined,
    owner: duty,
  },
  "device.list": { gets: [], owner: duty, ownerGets: [{ channel: "push" }] },
  // An address that is also somebody else's is one's own all the same.
  "device.keepContact": { input: () => ({ channel: "text", address: "07700 900123" }), gets: aText },
  "device.remove": { input: ({ deviceId }) => ({ deviceId }), gets: "NOT_FOUND", owner: duty },
  "device.test": {
    input: ({ deviceId }) => ({ deviceId }),
    gets: "NOT_FOUND",
    owner: duty,
    ownerGets: aText,
  },
  "device.retire": {
    input: ({ subscription: { endpoint } }) => ({ endpoint }),
    gets: undefined,
    owner: duty,
  },
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
  "feedToken.revoke": { input: ({ tokenId }) => ({ tokenId }), gets: "NOT_FOUND" },
  "incident.own": { gets: null, owner: crew },
  // An id that is another organisation's is as good as none.
  "incident.unidentified": {
    input: ({ incidentId, requestId }) => ({
      incident: { incidentId },
      requestId,
      count: 2,
      ageGuess: "baby",
    }),
    gets: "NOT_FOUND",
    owner: crew,
  },
  "incident.end": { input: ({ incidentId }) => ({ incidentId }), gets: "NOT_FOUND", owner: crew },
  "insight.delivery": { gets: anything, ownerGets: anything },
  "insight.untoldGaps": { gets: anything, ownerGets: anything },
  "insight.figures": { input: () => ({ period: { days: 7 } }), gets: anything },
  "insight.rows": {
    input: ({ crew: { careSettingId } }) => ({
      measure: "lookups",
      period: { days: 7 },
      groupId: careSettingId,
    }),
    gets: { rows: [] },
  },
  // Anybody in health may ask about any child: what must not come back is the other person's lookup.
  "lookup.child": { input: askedMiss, gets: { answer: "none-held" }, owner: crew },
  "lookup.childSilently": {
    input: askedMiss,
    gets: { answer: "none-held" },
    ownerGets: { answer: "none-held" },
  },
  "lookup.card": { input: lookup, gets: "NOT_FOUND", owner: crew },
  "lookup.live": { input: lookup, gets: [], owner: crew },
  "referral.children": { input: lookup, gets: [], owner: crew, ownerGets: [{ askedAt: anything }] },
  // Of the stranger's own team there is nobody on the rota.
  "reach.show": { gets: [{ people: [] }] },
  "reach.check": {
    input: ({ rota: { teamId } }) => ({ teamId }),
    gets: "NOT_FOUND",
  },
  "reach.own": {
    gets: { level: "unreachable", lastProvenAt: null },
    owner: duty,
    ownerGets: { level: "doubtful" },
  },
  "referral.make": {
    input: ({ lookupId, requestId }) => ({ lookupIds: [lookupId], requestId, concern: "A burn." }),
    gets: "NOT_FOUND",
    owner: crew,
  },
  "referral.list": { gets: [], owner: duty },
  "referral.decide": {
    input: ({ referralId }) => ({ referralId, decision: "assessment", note: "" }),
    gets: "NOT_FOUND",
  },
  ...rotaEntries,
  "session.me": { gets: anything },
  "session.settings": { gets: anything },
  "session.controlRoom": { gets: null, ownerGets: "01632 960901" },
  "session.chooseSetting": {
    input: ({ otherCareSettingId: careSettingId }) => ({ careSettingId }),
    gets: "NOT_FOUND",
  },
};
