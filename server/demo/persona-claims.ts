/** What an issuer says of somebody, besides what belongs to the sign-in itself (acr, auth_time, sid). */
export type IssuerClaims = Readonly<Record<string, unknown>>;

interface Named {
  readonly subject: string;
  readonly name: string;
  readonly organisationCode: string;
  readonly organisationName: string;
}

export interface NationalRole {
  /** Three parts: `S8000:G8000:R8003`. */
  readonly code: string;
  readonly name: string;
  readonly activityCodes: readonly string[];
  readonly organisationCode: string;
}

/** Claims in the shape of Care Identity (CIS2); the first role is the one chosen for this session. */
export function healthClaims(person: Named, roles: readonly NationalRole[]): IssuerClaims {
  const nationalRoles = roles.map((role, index) => ({
    org_code: role.organisationCode,
    person_orgid: `${person.subject}1`,
    person_roleid: `${person.subject}${String(index + 2)}`,
    role_code: role.code,
    role_name: role.name,
    activity_codes: role.activityCodes,
  }));

  return {
    sub: person.subject,
    uid: person.subject,
    ...namesOf(person.name),
    nhsid_useruid: person.subject,
    acr: "AAL3_FIDO2",
    idassurancelevel: "3",
    nhsid_nrbac_roles: nationalRoles,
    nhsid_user_orgs: [{ org_code: person.organisationCode, org_name: person.organisationName }],
    ...(nationalRoles[0] && { selected_roleid: nationalRoles[0].person_roleid }),
  };
}

/** Claims in the shape of a council's directory (Microsoft Entra ID). */
export function councilClaims(person: Named, appRoles: readonly string[]): IssuerClaims {
  return {
    sub: person.subject,
    oid: person.subject,
    ...namesOf(person.name),
    tid: `7e4a0000-0000-4000-8000-${person.organisationCode
      .toLowerCase()
      .replaceAll(/[^0-9a-f]/g, "0")
      .padStart(12, "0")}`,
    roles: appRoles,
    organisation_code: person.organisationCode,
  };
}

function namesOf(name: string) {
  return { name, given_name: name.split(" ")[0], family_name: name.split(" ").slice(1).join(" ") };
}
