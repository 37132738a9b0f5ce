import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { chooseAlert, type Look, type OpenAlert } from "@/server/domain/alert/choose-alert";
import { AlertId, CareSettingId, IncidentId } from "@/server/vocabulary/ids";

const now = new Date("2026-11-23T21:14:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const [ambulance, emergency] = [CareSettingId.parse(randomUUID()), CareSettingId.parse(randomUUID())];
const [thisCall, callBefore] = [IncidentId.parse(randomUUID()), IncidentId.parse(randomUUID())];
const [newer, older] = [AlertId.parse(randomUUID()), AlertId.parse(randomUUID())];

const open = (change: Partial<OpenAlert>): OpenAlert => ({
  alertId: newer,
  raisedAt: hoursAgo(1),
  careSettingIds: [ambulance],
  incidentIds: [],
  ...change,
});

interface Case {
  readonly title: string;
  readonly open: readonly OpenAlert[];
  readonly look?: Partial<Look>;
  readonly expected: ReturnType<typeof chooseAlert>;
}

const joins = (look: "viewed-again" | "new-setting", alertId = newer) =>
  ({ kind: "fold", alertId, look }) as const;
const isNew = { kind: "new" } as const;
const inCall: Partial<Look> = { incidentId: thisCall };
const inCallElsewhere: Partial<Look> = { incidentId: thisCall, careSettingId: emergency };

const cases: readonly Case[] = [
  { title: "nothing is open: a new alert", open: [], expected: isNew },
  { title: "the same setting within 24 hours: a counter", open: [open({})], expected: joins("viewed-again") },
  {
    title: "the same setting just before 24 hours: a counter",
    open: [open({ raisedAt: hoursAgo(23.99) })],
    expected: joins("viewed-again"),
  },
  {
    title: "the same setting after 24 hours: a new alert",
    open: [open({ raisedAt: hoursAgo(24) })],
    expected: isNew,
  },
  {
    title: "another setting without the call: a new alert",
    open: [open({ incidentIds: [thisCall] })],
    look: { careSettingId: emergency },
    expected: isNew,
  },
  {
    title: "another setting on another call: a new alert",
    open: [open({ incidentIds: [callBefore] })],
    look: inCallElsewhere,
    expected: isNew,
  },
  {
    title: "the same setting on another call within 24 hours: a counter",
    open: [open({ incidentIds: [callBefore] })],
    look: inCall,
    expected: joins("viewed-again"),
  },
  {
    title: "the same call at the same setting: a counter",
    open: [open({ incidentIds: [thisCall] })],
    look: inCall,
    expected: joins("viewed-again"),
  },
  {
    title: "the same call at another setting: news of a setting",
    open: [open({ incidentIds: [thisCall] })],
    look: inCallElsewhere,
    expected: joins("new-setting"),
  },
  {
    title: "the same call at a setting that it came to before: a counter",
    open: [open({ incidentIds: [thisCall], careSettingIds: [ambulance, emergency] })],
    look: inCallElsewhere,
    expected: joins("viewed-again"),
  },
  {
    title: "a call that joined an alert of the day before, at another setting: news, not an alert",
    open: [open({ raisedAt: hoursAgo(30), incidentIds: [callBefore, thisCall] })],
    look: inCallElsewhere,
    expected: joins("new-setting"),
  },
  {
    title: "one of this call and a newer one of this setting: that of the call",
    open: [open({}), open({ alertId: older, raisedAt: hoursAgo(2), incidentIds: [thisCall] })],
    look: inCall,
    expected: joins("viewed-again", older),
  },
  {
    title: "two of this setting: the newest, whichever comes first",
    open: [open({ alertId: older, raisedAt: hoursAgo(3) }), open({})],
    expected: joins("viewed-again"),
  },
];

for (const { title, open: alerts, look, expected } of cases) {
  test(title, () => {
    const asked = { careSettingId: ambulance, incidentId: undefined, now, ...look };

    expect(chooseAlert(alerts, asked)).toEqual(expected);
    expect(chooseAlert(alerts.toReversed(), asked)).toEqual(expected);
  });
}
