import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { patientResource, type StandInPatient } from "@/server/demo/demographics/patient";
import type { Grants } from "@/server/demo/record-system/grants";
import { patientsPage } from "@/server/demo/record-system/page";

interface DeskOptions {
  /** Where it is. */
  readonly url: string;
  /** Where Lantern is. */
  readonly origin: string;
  readonly patients: () => Promise<readonly StandInPatient[]>;
  readonly grants: Grants;
}

/** What the stand-in answers at each of its addresses. */
export class Desk {
  change: ((resource: object) => unknown) | undefined;

  constructor(private readonly options: DeskOptions) {}

  launchAddress(nhsNumber: string): string {
    const query = new URLSearchParams({ iss: this.iss, launch: this.options.grants.launch(idOf(nhsNumber)) });
    return `${this.options.origin}/launch?${query.toString()}`;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "", this.options.url);
    // Apps that run in a browser ask from there.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "authorization, accept, content-type");
    response.setHeader("Cache-Control", "no-store");
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else if (pathname === "/") await this.showPatients(response);
    else if (pathname === "/fhir/.well-known/smart-configuration") reply(response, 200, this.configuration());
    else if (pathname === "/authorize") this.authorize(searchParams, response);
    else if (pathname === "/token") await this.giveToken(request, response);
    else await this.tellPatient(pathname, request, response);
  }

  private get iss(): string {
    return `${this.options.url}/fhir`;
  }

  private configuration(): object {
    return {
      issuer: this.iss,
      authorization_endpoint: `${this.options.url}/authorize`,
      token_endpoint: `${this.options.url}/token`,
      code_challenge_methods_supported: ["S256"],
      grant_types_supported: ["authorization_code"],
      scopes_supported: ["launch", "patient/Patient.r"],
      response_types_supported: ["code"],
      capabilities: ["launch-ehr", "client-public", "context-ehr-patient", "permission-v2"],
    };
  }

  private async showPatients(response: ServerResponse): Promise<void> {
    const patients = await this.options.patients();
    const page = patientsPage(
      patients.map((patient) => ({ patient, address: this.launchAddress(patient.nhsNumber) })),
    );
    response.setHeader("Content-Security-Policy", page.contentSecurityPolicy);
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(page.html);
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    const location = this.options.grants.authorize({ query, audience: this.iss });
    if (location === undefined) reply(response, 400, { error: "invalid_client" });
    else response.writeHead(302, { Location: location }).end();
  }

  private async giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = this.options.grants.redeem(new URLSearchParams(await text(request)));
    if (given === undefined) reply(response, 400, { error: "invalid_grant" });
    else reply(response, 200, given);
  }

  private async tellPatient(
    pathname: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [, id = ""] = /^\/fhir\/Patient\/([^/]+)$/.exec(pathname) ?? [];
    const patient = (await this.options.patients()).find(({ nhsNumber }) => idOf(nhsNumber) === id);
    if (patient === undefined) reply(response, 404, {});
    else if (!this.options.grants.mayRead(request.headers.authorization, id)) reply(response, 401, {});
    else {
      const resource = { ...patientResource(patient), id };
      reply(response, 200, this.change === undefined ? resource : this.change(resource));
    }
  }
}

/** By which the record system itself knows a patient. */
function idOf(nhsNumber: string): string {
  return `record-${nhsNumber.slice(-4)}`;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
