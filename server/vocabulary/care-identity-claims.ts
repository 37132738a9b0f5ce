import { z } from "zod";
import {
  isFresh,
  refusedClaims,
  roleOfHealth,
  type ReadClaims,
  type SignInMoment,
} from "@/server/vocabulary/claims";

const HealthRole = z.object({
  org_code: z.string().min(1),
  person_roleid: z.string().min(1),
  role_code: z.string(),
  activity_codes: z.array(z.string()).default([]),
});
type HealthRole = z.infer<typeof HealthRole>;

const CareIdentityClaims = z.object({
  nhsid_useruid: z.string().min(1),
  name: z.string().min(1),
  nhsid_nrbac_roles: z.array(HealthRole).default([]),
  selected_roleid: z.string().optional(),
  acr: z.string(),
  auth_time: z.number(),
  sid: z.string().optional(),
});

/** Reads the claims of Care Identity. Only the role that the person chose for this session counts. */
export function readCareIdentityClaims(claims: unknown, moment: SignInMoment): ReadClaims {
  const parsed = CareIdentityClaims.safeParse(claims);
  if (!parsed.success) return refusedClaims("unreadable-claims");

  const { acr, auth_time, nhsid_useruid, name, sid } = parsed.data;
  const who = `care-identity ${nhsid_useruid}`;
  if (!/^AAL[23]_/.test(acr)) return refusedClaims("weak-sign-in", who);
  if (!isFresh(auth_time, moment)) return refusedClaims("old-sign-in", who);

  const chosen = chosenRole(parsed.data);
  if (chosen === undefined && parsed.data.nhsid_nrbac_roles.length > 0)
    return refusedClaims("no-role-chosen", who);
  const role = chosen && roleOfHealth(chosen.role_code, askedActivities(chosen, moment));
  if (chosen === undefined || role === undefined) return refusedClaims("unknown-role", who);

  return {
    kind: "known",
    identity: {
      issuer: "care-identity",
      subject: nhsid_useruid,
      name,
      role,
      organisationCode: chosen.org_code,
      organisationKind: "health",
      assurance: acr,
      issuerSessionId: sid,
    },
  };
}

function chosenRole(claims: z.infer<typeof CareIdentityClaims>): HealthRole | undefined {
  const roles = claims.nhsid_nrbac_roles;
  if (claims.selected_roleid === undefined) return roles.length === 1 ? roles[0] : undefined;
  return roles.find((role) => role.person_roleid === claims.selected_roleid);
}

/** Whoever lacks what is asked for is who they are without it, and is refused by what they may do. */
function askedActivities(
  { activity_codes: codes }: HealthRole,
  { activity }: SignInMoment,
): readonly string[] {
  return activity !== undefined && codes.includes(activity) ? [activity] : codes;
}
