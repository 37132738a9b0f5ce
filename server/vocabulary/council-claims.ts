import { z } from "zod";
import {
  isFresh,
  refusedClaims,
  roleOfCouncil,
  type ReadClaims,
  type SignInMoment,
} from "@/server/vocabulary/claims";

const CouncilClaims = z.object({
  oid: z.string().min(1),
  name: z.string().min(1),
  roles: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  organisation_code: z.string().min(1),
  acr: z.string().optional(),
  auth_time: z.number().optional(),
  sid: z.string().optional(),
});

/** Reads the claims of a council's directory. `organisation_code` (GSS) is set per tenant, not by the person. */
export function readCouncilClaims(claims: unknown, moment: SignInMoment): ReadClaims {
  const parsed = CouncilClaims.safeParse(claims);
  if (!parsed.success) return refusedClaims("unreadable-claims");

  const { oid, name, roles, groups, organisation_code, acr, auth_time, sid } = parsed.data;
  const who = `council ${oid}`;
  if (auth_time !== undefined && !isFresh(auth_time, moment)) return refusedClaims("old-sign-in", who);

  const role = roleOfCouncil(roles, groups);
  if (role === undefined) return refusedClaims("unknown-role", who);

  return {
    kind: "known",
    identity: {
      issuer: "council",
      subject: oid,
      name,
      role,
      organisationCode: organisation_code,
      organisationKind: role === "operator" ? "service" : "authority",
      assurance: acr ?? "council",
      issuerSessionId: sid,
    },
  };
}
