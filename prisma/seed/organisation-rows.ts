import { authorities } from "@/prisma/seed/facts/authorities";
import { healthOrganisations } from "@/prisma/seed/facts/health-organisations";
import { sharedTeams } from "@/prisma/seed/facts/shared-teams";
import { inventedLandline, type Invention } from "@/prisma/seed/invention";
import type { Row, TableRows } from "@/prisma/seed/owner-database";

export interface Authority {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly teamId: string;
}

export interface CareSetting {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface HealthBody {
  readonly id: string;
  readonly code: string;
  readonly region: string;
  readonly settings: readonly CareSetting[];
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly hostId: string;
  readonly hostCode: string;
}

export interface Organisations {
  readonly authorities: readonly Authority[];
  readonly health: readonly HealthBody[];
  readonly teams: readonly Team[];
  /** Id by code, of all of them and of the service itself. */
  readonly idOf: (code: string) => string;
  readonly tables: readonly TableRows[];
}

/** Every organisation with its settings, numbers and duty team. */
export function makeOrganisations(invention: Invention): Organisations {
  const ids = new Map(
    [...authorities.map(([code]) => code), ...healthOrganisations.map(({ code }) => code), "LANTERN"].map(
      (code) => [code, invention.id()],
    ),
  );
  const idOf = (code: string) => found(ids, code);
  const teams = makeTeams(invention, idOf);
  const teamOf = new Map(teams.flatMap(({ codes, team }) => codes.map((code) => [code, team] as const)));

  const local = authorities.map(([code, name, region]) => {
    return { id: idOf(code), code, name, region, teamId: found(teamOf, code).id };
  });
  const health = healthOrganisations.map(({ code, region, settings }) => {
    return {
      id: idOf(code),
      code,
      region,
      settings: settings.map(([name, kind]) => ({ id: invention.id(), name, kind })),
    };
  });

  return {
    authorities: local,
    health,
    teams: teams.map(({ team }) => team),
    idOf,
    tables: [
      ["organisation", organisationRows(idOf)],
      ["care_setting", health.flatMap(settingRows)],
      [
        "authority_contact",
        contactRows(
          local,
          teams.map(({ team }) => team),
        ),
      ],
      [
        "duty_team",
        teams.map(({ team }) => ({ id: team.id, name: team.name, host_organisation_id: team.hostId })),
      ],
      [
        "duty_team_authority",
        local.map(({ id, teamId }) => ({ authority_id: id, duty_team_id: teamId, cover: "always" })),
      ],
    ],
  };
}

/** The value of this key, which must be there: the facts of the seed name one another. */
function found<Key extends string, Found>(map: ReadonlyMap<Key, Found>, key: Key): Found {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the seed does not know ${key}`);
  return value;
}

function makeTeams(invention: Invention, idOf: (code: string) => string) {
  const sharing = new Set(sharedTeams.flatMap(({ codes }) => codes));
  const alone = authorities
    .filter(([code]) => !sharing.has(code))
    .map(([code, name]) => ({ name: `${name} duty team`, codes: [code] }));

  return [...sharedTeams, ...alone].map(({ name, codes }) => {
    const hostCode = codes[0] ?? "";
    return { codes, team: { id: invention.id(), name, hostId: idOf(hostCode), hostCode } };
  });
}

function organisationRows(idOf: (code: string) => string): Row[] {
  return [
    ...authorities.map(([code, name, region]) => ({
      id: idOf(code),
      code,
      kind: "authority",
      name,
      region,
      control_room_number: null,
    })),
    ...healthOrganisations.map(({ code, name, region, settings }, place) => ({
      id: idOf(code),
      code,
      kind: "health",
      name,
      region,
      control_room_number: settings.some(([, kind]) => kind === "control-room")
        ? inventedLandline(900 + place)
        : null,
    })),
    {
      id: idOf("LANTERN"),
      code: "LANTERN",
      kind: "service",
      name: "Lantern",
      region: "",
      control_room_number: null,
    },
  ];
}

function settingRows({ id, settings }: HealthBody): Row[] {
  return settings.map((setting) => ({ ...setting, organisation_id: id }));
}

const hour = 60;
const officeHours = [
  [8.5 * hour, 17 * hour, 16.5 * hour],
  [9 * hour, 17 * hour, 17 * hour],
  [8.75 * hour, 17.25 * hour, 16.5 * hour],
  [8 * hour, 18 * hour, 18 * hour],
  [9 * hour, 17.5 * hour, 16 * hour],
] as const;

/** Opening, closing and Friday's closing of the authority at this place of the list, in minutes since midnight. */
export function officeHoursAt(place: number): readonly [number, number, number] {
  return officeHours[place % officeHours.length] ?? officeHours[0];
}

/** Office numbers from 960100 on; authorities that share a team share its emergency number, from 960500 on. */
function contactRows(local: readonly Authority[], teams: readonly Team[]): Row[] {
  return local.map(({ id, teamId }, place) => {
    const [opens, closes, fridayCloses] = officeHoursAt(place);
    const teamPlace = teams.findIndex((team) => team.id === teamId);
    return {
      authority_id: id,
      office_number: inventedLandline(100 + place),
      office_opens_at: opens,
      office_closes_at: closes,
      friday_closes_at: fridayCloses,
      emergency_number: inventedLandline(500 + teamPlace),
      emergency_team: (teams[teamPlace]?.name ?? "").replace("duty team", "emergency duty team"),
    };
  });
}
