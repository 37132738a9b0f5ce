import type { Role } from "@/server/vocabulary/permission";
import type { SignInRefusal } from "@/server/vocabulary/sign-in-refusal";

/** Who vouches for a person: Care Identity (CIS2) for health staff, a council's own directory for its staff. */
export const signInProviders = ["care-identity", "council"] as const;
export type SignInProvider = (typeof signInProviders)[number];

/** What an issuer says of a person, in our words. */
export interface ClaimedIdentity {
  readonly issuer: SignInProvider;
  /** nhsid_useruid of Care Identity, oid of a council's directory. */
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationCode: string;
  /** What kind of organisation this issuer may speak for in this role. */
  readonly organisationKind: "health" | "authority" | "service";
  /** Level of assurance (acr); "council" where the council's directory names none. */
  readonly assurance: string;
  readonly issuerSessionId: string | undefined;
}

export type ReadClaims =
  | { readonly kind: "known"; readonly identity: ClaimedIdentity }
  | {
      readonly kind: "refused";
      readonly reason: SignInRefusal;
      /** By the issuer's identifiers, where they could be read. */
      readonly who?: string;
    };

export interface SignInMoment {
  readonly now: Date;
  /** How long ago the person may have proved who they are. */
  readonly oldestMinutes: number;
  /** The one national activity that is asked for; whoever has both is otherwise taken as unscheduled. */
  readonly activity?: ViewingActivity;
}

/** The national right to see child protection information: in unscheduled care, or silently in scheduled care. */
export type ViewingActivity = "B0107" | "B0170";

/** What we ask of Care Identity: a second factor, of whichever kind the person carries. */
export const careIdentityAssurance = "AAL2_OR_AAL3_ANY";

/**
 * Health roles, first match wins. Job role codes are the last part of `role_code` (national RBAC): R0001 privacy
 * officer, R8012 information officer, R8008 admin and clinical support (who dispatch and take calls). Activity codes:
 * B0107 views child protection information in unscheduled care, B0170 silently in scheduled care. Whoever has both
 * is treated as unscheduled, since then the authority is told.
 */
const healthRoles: readonly { readonly jobRole?: string; readonly activity?: string; readonly role: Role }[] =
  [
    { jobRole: "R0001", role: "privacy-officer" },
    { jobRole: "R8012", role: "health-manager" },
    { jobRole: "R8008", activity: "B0107", role: "control-room" },
    { activity: "B0107", role: "crew" },
    { activity: "B0170", role: "scheduled-clinician" },
  ];

/** Council roles, first match wins: an app role of the directory (`roles`) or a security group (`groups`). */
const councilRoles: readonly { readonly appRole: string; readonly group: string; readonly role: Role }[] = [
  { appRole: "Lantern.DutySocialWorker", group: "lantern-duty-social-worker", role: "duty-social-worker" },
  { appRole: "Lantern.AuthorityManager", group: "lantern-authority-manager", role: "authority-manager" },
  { appRole: "Lantern.DataOfficer", group: "lantern-data-officer", role: "data-officer" },
  { appRole: "Lantern.PrivacyOfficer", group: "lantern-privacy-officer", role: "privacy-officer" },
  { appRole: "Lantern.Operator", group: "lantern-operator", role: "operator" },
];

/** What the chosen national role stands for here; undefined where it gives no right. */
export function roleOfHealth(roleCode: string, activityCodes: readonly string[]): Role | undefined {
  const jobRole = roleCode.split(":").at(-1);
  return healthRoles.find(
    (row) =>
      (row.jobRole === undefined || row.jobRole === jobRole) &&
      (row.activity === undefined || activityCodes.includes(row.activity)),
  )?.role;
}

/** What a council's app roles and groups stand for here; undefined where they give no right. */
export function roleOfCouncil(appRoles: readonly string[], groups: readonly string[]): Role | undefined {
  return councilRoles.find((row) => appRoles.includes(row.appRole) || groups.includes(row.group))?.role;
}

/** Whether the person proved who they are recently enough. A minute ahead is allowed, since clocks differ. */
export function isFresh(authTimeSeconds: number, { now, oldestMinutes }: SignInMoment): boolean {
  const ageMinutes = (now.getTime() / 1000 - authTimeSeconds) / 60;
  return ageMinutes >= -1 && ageMinutes <= oldestMinutes;
}

export function refusedClaims(reason: SignInRefusal, who?: string): ReadClaims {
  return { kind: "refused", reason, ...(who !== undefined && { who }) };
}
