import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { chooseIncident } from "@/server/domain/incident/choose-incident";
import { IncidentId } from "@/server/vocabulary/ids";
import { CallNumber, type Incident } from "@/server/vocabulary/asked-incident";

const now = new Date("2026-11-23T21:14:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const one: Incident = { incidentId: IncidentId.parse(randomUUID()), openedAt: at(-1), callNumber: null };
const old: Incident = { ...one, openedAt: at(-12) };
const numbered: Incident = {
  incidentId: IncidentId.parse(randomUUID()),
  openedAt: at(-2),
  callNumber: "4417",
};
const freshId = IncidentId.parse(randomUUID());

for (const { title, known, expected } of [
  { title: "unknown begins under the id of the phone", known: {}, expected: { isNew: true } },
  { title: "known goes on", known: { asked: one }, expected: { ...one, isNew: false } },
  {
    title: "12 hours old begins another",
    known: { asked: old },
    expected: { incidentId: freshId, openedAt: now, isNew: true },
  },
  {
    title: "a colleague's number goes before the phone's own id",
    known: { asked: one, ofNumber: numbered },
    expected: { ...numbered, isNew: false },
  },
]) {
  test(`a call that is ${title}`, () => {
    const asked = { incidentId: one.incidentId };
    const chosen = chooseIncident({ asked: null, ofNumber: null, ...known }, { asked, now, freshId });

    expect(chosen).toMatchObject({ incidentId: one.incidentId, ...expected });
  });
}

for (const { typed, kept } of [
  { typed: " 4417 ", kept: "4417" },
  { typed: "la-22 04", kept: "LA-2204" },
  { typed: "9990000018", kept: undefined },
  { typed: "Robin Example", kept: undefined },
  { typed: "Robin Smith-Example", kept: undefined },
  { typed: "4", kept: undefined },
]) {
  test(`the call-out number “${typed}” is ${kept ?? "refused"}`, () => {
    expect(CallNumber.safeParse(typed).data).toBe(kept);
  });
}
