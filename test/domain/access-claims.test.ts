import { expect, test } from "@playwright/test";
import { personas } from "@/server/demo/personas";
import { readCareIdentityClaims } from "@/server/vocabulary/care-identity-claims";
import { roleOfCouncil, roleOfHealth } from "@/server/vocabulary/claims";
import { readCouncilClaims } from "@/server/vocabulary/council-claims";

const now = new Date("2026-11-23T21:00:00Z");
const moment = { now, oldestMinutes: 30 };
const minutesAgo = (minutes: number) => now.getTime() / 1000 - minutes * 60;

for (const { id, provider, claims, role, organisationCode, subject } of personas) {
  test(`the claims of ${id} read as ${role} of ${organisationCode}`, () => {
    const read = provider === "council" ? readCouncilClaims : readCareIdentityClaims;

    const result = read({ ...claims, auth_time: minutesAgo(1), sid: "s1" }, moment);

    expect(result).toMatchObject({
      kind: "known",
      identity: { role, organisationCode, subject, issuerSessionId: "s1" },
    });
  });
}

const healthTable = [
  ["S8000:G8000:R8000", ["B0107"], "crew"],
  ["S8000:G8000:R8001", ["B0264", "B0107"], "crew"],
  ["S8000:G8000:R8000", ["B0107", "B0170"], "crew"],
  ["S8001:G8002:R8008", ["B0107"], "control-room"],
  ["S8001:G8002:R8008", ["B0170"], "scheduled-clinician"],
  ["S8000:G8000:R8001", ["B0170"], "scheduled-clinician"],
  ["S8002:G8003:R0001", [], "privacy-officer"],
  ["S8002:G8003:R0001", ["B0107"], "privacy-officer"],
  ["S8002:G8004:R8012", [], "health-manager"],
  ["S8000:G8000:R8000", [], undefined],
  ["S8000:G8000:R8000", ["B01070", "b0107"], undefined],
  ["R00011", [], undefined],
  ["", [], undefined],
] as const;

for (const [code, activities, role] of healthTable) {
  test(`role ${code || "without a code"} with ${activities.join(" and ") || "no activity"} is ${role ?? "nothing here"}`, () => {
    expect(roleOfHealth(code, activities)).toBe(role);
  });
}

const councilTable = [
  [["Lantern.DutySocialWorker"], [], "duty-social-worker"],
  [[], ["lantern-data-officer"], "data-officer"],
  [["Lantern.AuthorityManager", "Lantern.DutySocialWorker"], [], "duty-social-worker"],
  [["Lantern.PrivacyOfficer"], [], "privacy-officer"],
  [["lantern.dutysocialworker"], ["Lantern.Operator"], undefined],
  [[], [], undefined],
] as const;

for (const [appRoles, groups, role] of councilTable) {
  test(`app roles [${appRoles.join(", ")}] and groups [${groups.join(", ")}] are ${role ?? "nothing here"}`, () => {
    expect(roleOfCouncil(appRoles, groups)).toBe(role);
  });
}

const crew = { ...personas[0]?.claims, auth_time: minutesAgo(1) };

const strengths = [
  ["AAL3_FIDO2", "known"],
  ["AAL2_TOTP", "known"],
  ["AAL2_OR_AAL3_ANY", "known"],
  ["AAL1_USERPASS", "refused"],
  ["AAL20_ANY", "refused"],
  ["", "refused"],
] as const;

for (const [acr, kind] of strengths) {
  test(`a sign-in of strength "${acr}" is ${kind}`, () => {
    expect(readCareIdentityClaims({ ...crew, acr }, moment).kind).toBe(kind);
  });
}

for (const [minutes, kind] of [
  [0, "known"],
  [30, "known"],
  [31, "refused"],
  [-2, "refused"],
] as const) {
  test(`a proof of identity from ${minutes} minutes ago is ${kind} where 30 are allowed`, () => {
    expect(readCareIdentityClaims({ ...crew, auth_time: minutesAgo(minutes) }, moment).kind).toBe(kind);
  });
}

test("claims that are not of the agreed shape are refused, never guessed at", () => {
  for (const claims of [
    undefined,
    null,
    {},
    "crew",
    { ...crew, nhsid_useruid: "" },
    { ...crew, auth_time: "now" },
  ]) {
    expect(readCareIdentityClaims(claims, moment)).toMatchObject({
      kind: "refused",
      reason: "unreadable-claims",
    });
    expect(readCouncilClaims(claims, moment)).toMatchObject({ kind: "refused", reason: "unreadable-claims" });
  }
});
