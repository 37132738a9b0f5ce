import { randomUUID } from "node:crypto";
import http from "node:http";
import { z } from "zod";
import { send } from "@/test/bench/ask";
import { makeHookBody, patientWith } from "@/test/support/hook-body";
import { personClaims, systemsAudience, type TokenIssuer } from "@/test/support/token-issuer";

/** Another system that asks Lantern, with the tokens of people who work in it. */
export interface System {
  readonly origin: string;
  readonly issuer: TokenIssuer;
  readonly agent: http.Agent;
  /** One of each person, used in turn. */
  readonly personTokens: readonly string[];
  /** What the system itself signed for the address of its hook, less than two minutes ago. */
  readonly hookToken: () => Promise<string>;
}

/** The London ambulance trust of the demo, where the people of `bench lookup` work as well. */
const organisationCode = "RRU";
const people = 64;
const hookPath = "/api/cds-services/lantern-encounter-start";

/** Settings of a product that trusts this issuer's people and its system. */
export function systemSettings({ issuer, keysUrl }: TokenIssuer): Readonly<Record<string, string>> {
  const client = { issuer, keysUrl, organisations: [organisationCode], origins: [] };
  return {
    SYSTEMS_ISSUER: issuer,
    SYSTEMS_KEYS_URL: keysUrl,
    SYSTEMS_AUDIENCE: systemsAudience,
    CDS_CLIENTS: JSON.stringify([client]),
  };
}

export async function makeSystem(origin: string, issuer: TokenIssuer): Promise<System> {
  const claims = Array.from({ length: people }, (_, place) =>
    personClaims({
      now: new Date(),
      issuer: issuer.issuer,
      organisationCode,
      subject: String(910_000_001_000 + place),
    }),
  );
  return {
    origin,
    issuer,
    agent: new http.Agent({ keepAlive: true, maxSockets: 64 }),
    personTokens: await Promise.all(claims.map((one) => issuer.signs({ ...one, exp: seconds() + 3_500 }))),
    hookToken: hookTokens(origin, issuer),
  };
}

/** Signed once for many calls: what it costs to sign is the other system's. */
function hookTokens(origin: string, issuer: TokenIssuer): System["hookToken"] {
  let signedAt = 0;
  let token: Promise<string> | undefined;
  return () => {
    const iat = seconds();
    if (token !== undefined && iat - signedAt < 120) return token;
    signedAt = iat;
    const claims = {
      iss: issuer.issuer,
      aud: `${origin}${hookPath}`,
      iat,
      exp: iat + 300,
      jti: randomUUID(),
    };
    token = issuer.signs(claims);
    return token;
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1_000);
}

const Searchset = z.object({ resourceType: z.literal("Bundle"), total: z.number() });

export async function askByCareTeam(system: System, index: number, nhsNumber: string): Promise<void> {
  const { origin, agent } = system;
  const identifier = encodeURIComponent(`https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`);
  const text = await send(`${origin}/api/fhir/R4/CareTeam?patient:identifier=${identifier}`, {
    agent,
    headers: {
      authorization: `Bearer ${tokenOf(system, index)}`,
      traceid: randomUUID(),
      "lantern-care-setting": "Ambulance",
    },
  });
  Searchset.parse(JSON.parse(text));
}

const Cards = z.object({ cards: z.array(z.object({ summary: z.string() })) });

/** A card that says that nothing could be checked is no answer. */
export async function askByHook(system: System, index: number, nhsNumber: string): Promise<void> {
  const { origin, agent, hookToken } = system;
  const body = makeHookBody({
    patient: patientWith(nhsNumber),
    hook: "encounter-start",
    hookInstance: randomUUID(),
    extension: { "lantern.person-token": tokenOf(system, index), "lantern.care-setting": "Ambulance" },
  });
  const text = await send(`${origin}${hookPath}`, {
    agent,
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${await hookToken()}` },
  });
  const { cards } = Cards.parse(JSON.parse(text));
  const [unchecked] = cards.filter(({ summary }) => /could not/i.test(summary));
  if (unchecked !== undefined) throw new Error(unchecked.summary);
}

function tokenOf({ personTokens }: System, index: number): string {
  return personTokens[index % personTokens.length] ?? "";
}
