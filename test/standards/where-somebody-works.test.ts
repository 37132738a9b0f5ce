import { expect, test } from "@playwright/test";
import { chooseSetting } from "@/server/standards/who/choose-setting";
import { CareSettingId } from "@/server/vocabulary/ids";

const ward = {
  id: CareSettingId.parse("00000000-0000-4000-8000-000000000001"),
  name: "Ward 3",
  kind: "maternity",
};
const emergency = {
  id: CareSettingId.parse("00000000-0000-4000-8000-000000000002"),
  name: "Emergency department",
  kind: "emergency-department",
};
const nothingSaid = { named: undefined, client: undefined, ofClients: [] };
const ofClients = ["epr=Ward 3", "other=Emergency department"];

const places = [
  { title: "the only setting needs no word", settings: [ward], said: nothingSaid, chosen: "Ward 3" },
  { title: "of two, none is guessed", settings: [ward, emergency], said: nothingSaid, chosen: undefined },
  { title: "none is there", settings: [], said: nothingSaid, chosen: undefined },
  {
    title: "the request says which",
    settings: [ward, emergency],
    said: { ...nothingSaid, named: " emergency DEPARTMENT" },
    chosen: "Emergency department",
  },
  {
    title: "the request names one of elsewhere, even where there is only one",
    settings: [ward],
    said: { ...nothingSaid, named: "Theatre" },
    chosen: undefined,
  },
  {
    title: "it is set up for the system",
    settings: [ward, emergency],
    said: { named: undefined, client: "epr", ofClients },
    chosen: "Ward 3",
  },
  {
    title: "it is set up for the system at another organisation too",
    settings: [ward, emergency],
    said: { named: undefined, client: "epr", ofClients: ["epr=Clinic of elsewhere", ...ofClients] },
    chosen: "Ward 3",
  },
  {
    title: "it is set up for the system at another organisation only",
    settings: [ward, emergency],
    said: { named: undefined, client: "epr", ofClients: ["epr=Clinic of elsewhere"] },
    chosen: undefined,
  },
  {
    title: "what the request says wins",
    settings: [ward, emergency],
    said: { named: "Emergency department", client: "epr", ofClients },
    chosen: "Emergency department",
  },
];

test("where somebody works is said, set up or the only place, and never guessed", () => {
  for (const { title, settings, said, chosen } of places) {
    const answer = chooseSetting(settings, said);
    expect.soft(answer.kind === "chosen" ? answer.setting.name : undefined, title).toBe(chosen);
  }
});
