import { createServer, type Server } from "node:http";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { Desk } from "@/server/demo/record-system/desk";
import { Grants, type RecordClient } from "@/server/demo/record-system/grants";

export interface RecordSystemOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Where Lantern is. */
  readonly origin: string;
  /** Whose records it has, in order. */
  readonly patients: () => Promise<readonly StandInPatient[]>;
  /** Apps that may be opened besides Lantern. */
  readonly clients?: readonly RecordClient[];
}

export interface StandInRecordSystem {
  /** The page of its patients, from which Lantern is opened. */
  readonly url: string;
  /** Its FHIR address. */
  readonly iss: string;
  /** The setting with which Lantern lets itself be opened from here. */
  readonly settings: Readonly<Record<string, string>>;
  /** What its user would click beside this patient. */
  launch(nhsNumber: string): string;
  /** In place of what it knows of a patient, until undefined is given. */
  tell(change: ((resource: object) => unknown) | undefined): void;
  stop(): Promise<void>;
}

const lanternId = "lantern";

/**
 * Stands in for the record system of a hospital on this machine, for the demo and the tests: it opens Lantern beside a
 * patient as SMART App Launch 2.2.0 has it (EHR launch, public client with PKCE), and lets that one patient be read.
 */
export async function startRecordSystem(options: RecordSystemOptions): Promise<StandInRecordSystem> {
  const { port, origin, clients = [] } = options;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const url = `http://localhost:${portOf(server)}`;
  const iss = `${url}/fhir`;
  const lantern = { id: lanternId, redirectUri: `${origin}/check/record` };
  const desk = new Desk({
    url,
    origin,
    patients: options.patients,
    grants: new Grants([lantern, ...clients]),
  });
  server.on("request", (request, response) => void desk.serve(request, response));

  return {
    url,
    iss,
    settings: {
      RECORD_SYSTEMS: JSON.stringify([{ iss, clientId: lanternId }]),
    },
    launch: (nhsNumber) => desk.launchAddress(nhsNumber),
    tell: (change) => {
      desk.change = change;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the record system has no port");
  return String(address.port);
}
