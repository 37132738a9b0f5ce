import { expect } from "@playwright/test";
import { feedEntries } from "@/test/support/feed-entries";
import { insightEntries } from "@/test/support/insight-entries";
import { looksEntries } from "@/test/support/looks-entries";
import { makeSubscription, type FullWorld } from "@/test/support/make-full-world";
import { rotaEntries } from "@/test/support/rota-entries";
import type { Entry } from "@/test/support/stranger-entry";

const alert = ({ alertId }: FullWorld) => ({ alertId });
export const lookup = ({ lookupId }: FullWorld) => ({ lookupId });
const askedMiss = ({ miss: { nhsNumber, requestId } }: FullWorld) => ({ nhsNumber, requestId });
const crew = (theirs: FullWorld) => theirs.crew;
const duty = (theirs: FullWorld) => theirs.duty;
const receiver = (theirs: FullWorld) => theirs.receiver;
const handed = ({ handoverId }: FullWorld) => ({ handoverId });
const clinician = (theirs: FullWorld) => theirs.clinic.actor;
const anything: unknown = expect.anything();
const aText: unknown = expect.any(String);
const missedYesterday = {
  appointmentKind: "dental",
  missedOn: "2099-11-22",
  missedTime: "10:30",
  followUp: "rebooked",
  callBackNumber: "01632 960111",
  isWorried: false,
};
const week = { from: "2099-11-17", to: "2099-11-23" };

/** Every procedure, and what it is asked with the ids of another organisation. */
export const entries: Readonly<Record<string, Entry>> = {
  "alert.list": { gets: [] },
  "alert.read": { input: alert, gets: "NOT_FOUND" },
  "alert.acknowledge": { input: alert, gets: "NOT_FOUND" },
  "alert.live": { input: alert, gets: { eventCount: 0 }, ownerGets: { eventCount: expect.any(Number) } },
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
  "appointment.reportMissed": {
    input: ({ clinic }) => ({ ...missedYesterday, lookupId: clinic.silentLookupId }),
    gets: "NOT_FOUND",
    owner: clinician,
  },
  "appointment.withdraw": {
    input: ({ clinic }) => ({ lookupId: clinic.reportedLookupId }),
    gets: "NOT_FOUND",
    owner: clinician,
  },
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
  // The child is known, and nobody is awaited: only the crew learns that.
  "visit.birth": {
    input: ({ lookupId }) => ({ lookupId, bornOn: "2099-11-22", bornTime: "03:10", sex: "girl" }),
    gets: "NOT_FOUND",
    owner: crew,
    ownerGets: "CONFLICT",
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
  // The heartbeat is the service's own. Drills are a stranger's own only, of which another question here makes one.
  "drill.history": { gets: { heartbeat: [anything] }, ownerGets: { heartbeat: [anything] } },
  "drill.file": { gets: anything, ownerGets: anything },
  "drill.start": { gets: { reference: aText } },
  "audit.search": { input: ({ child: { nhsNumber } }) => ({ ...week, nhsNumber }), gets: { rows: [] } },
  // Anybody's number may be asked about: what must not come back is what others did.
  "chronology.read": {
    input: ({ child: { subjectId } }) => ({ subjectId, period: "all" }),
    gets: "NOT_FOUND",
  },
  "device.key": { gets: aText, ownerGets: aText },
  // Their own push address is no id to be tried: whoever can name it holds the phone, which then is theirs by design.
  "device.keep": { input: makeSubscription, gets: { deviceId: aText }, owner: duty },
  // A phone that is not one's own may be named by an old browser: nothing happens.
  "device.lost": {
    input: ({ deviceId }) => ({ deviceId, loss: "permission" }),
    gets: undefined,
    owner: duty,
  },
  "device.list": { gets: [], owner: duty, ownerGets: [{ channel: "push" }] },
  // An address that is also somebody else's is one's own all the same.
  "device.keepContact": {
    input: () => ({ channel: "text", address: "07700 900123" }),
    gets: aText,
    owner: duty,
  },
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
  ...feedEntries,
  ...looksEntries,
  "handedCard.callSign": { gets: null, owner: receiver, ownerGets: "EM401" },
  // A call sign is one's own: there is no id of others to be tried.
  "handedCard.chooseCallSign": { input: () => ({ callSign: "EM402" }), gets: undefined, owner: receiver },
  "handedCard.findCrew": {
    input: () => ({ text: "EM401" }),
    gets: { vehicles: [] },
    owner: crew,
    ownerGets: { vehicles: [{ callSign: "EM401", names: ["Test receiver"], withPhone: 0 }] },
  },
  "handedCard.hand": {
    input: ({ lookupId, requestId, receiver: { personId } }) => ({ lookupId, requestId, to: { personId } }),
    gets: "NOT_FOUND",
    owner: crew,
    ownerGets: { people: 1, withPhone: 0 },
  },
  "handedCard.withdraw": { input: handed, gets: "NOT_FOUND", owner: crew },
  "handedCard.live": { input: lookup, gets: [], owner: crew, ownerGets: [{ canBeTakenBack: true }] },
  "handedCard.waiting": { gets: [], owner: receiver, ownerGets: [{ fromRole: "crew", openedAt: null }] },
  "handedCard.open": {
    input: ({ handoverId, requestId }) => ({ handoverId, requestId }),
    gets: "NOT_FOUND",
    owner: receiver,
  },
  "incident.own": { gets: null, owner: crew },
  "incident.isOn": { gets: false, owner: crew, ownerGets: true },
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
  ...insightEntries,
  // Anybody in health may ask about any child: what must not come back is the other person's lookup.
  "lookup.child": { input: askedMiss, gets: { answer: "none-held" }, owner: crew },
  "lookup.childSilently": {
    input: askedMiss,
    gets: { answer: "none-held" },
    ownerGets: { answer: "none-held" },
  },
  "lookup.card": { input: lookup, gets: "NOT_FOUND", owner: crew },
  "lookup.live": { input: lookup, gets: [], owner: crew },
  "practice.own": {
    gets: { current: null, practisedAt: null },
    owner: crew,
    ownerGets: { current: { steps: ["typed"] } },
  },
  "practice.record": {
    input: ({ practiceRunId: runId }) => ({ runId, steps: ["held-seen"] }),
    gets: "NOT_FOUND",
    owner: crew,
    ownerGets: { steps: ["typed", "held-seen"] },
  },
  // Demographics is nobody's own: here it does not answer, and the search is on record.
  // Nobody has launched anything: what another system would send back opens nothing.
  "person.inRecord": {
    input: () => ({ answer: "code=1&state=1" }),
    gets: "CONFLICT",
    ownerGets: "CONFLICT",
  },
  "person.search": {
    input: () => ({ familyName: "Example", day: "29", month: "2", year: "2020" }),
    gets: { kind: "could-not-search" },
    ownerGets: { kind: "could-not-search" },
  },
  "referral.children": { input: lookup, gets: [], owner: crew, ownerGets: [{ askedAt: anything }] },
  // Of the stranger's own authority only.
  "quality.read": { gets: { authorities: [anything] } },
  "quality.file": { gets: anything, ownerGets: anything },
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
  // Of the stranger's own authority only.
  "tonight.own": { gets: { authorities: [{ alerts: { count: 0 } }] } },
  "tonight.file": { gets: anything },
  // An operator sees every authority; nobody else gets this far.
  "tonight.ofAll": {
    gets: "FORBIDDEN",
    owner: ({ crew: person }) => ({ ...person, role: "operator", authorityIds: [] }),
  },
  "tonight.fileOfAll": {
    gets: "FORBIDDEN",
    owner: ({ crew: person }) => ({ ...person, role: "operator", authorityIds: [] }),
  },
  // A stranger's own settings, and none that told their authority.
  "uptake.read": { gets: { settings: anything } },
  "uptake.file": { gets: anything, ownerGets: anything },
  "session.me": { gets: anything },
  "session.settings": { gets: anything },
  "session.controlRoom": { gets: null, ownerGets: "01632 960901" },
  "session.chooseSetting": {
    input: ({ otherCareSettingId: careSettingId }) => ({ careSettingId }),
    gets: "NOT_FOUND",
  },
};
