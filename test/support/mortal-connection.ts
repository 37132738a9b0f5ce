import { connect, createServer, type Socket } from "node:net";
import { countStatements } from "@/test/support/count-statements";

/** At which of a process's statements to PostgreSQL it dies: before the statement leaves, or before its answer comes. */
export interface Death {
  readonly statement: number;
  readonly when: "before" | "after";
}

export interface MortalConnection {
  /** The address of the database for whoever is to die. */
  readonly url: string;
  /** Whether it has come to that. */
  readonly hasDied: () => boolean;
  /** How many statements it has been sent. */
  readonly statements: () => number;
  readonly stop: () => Promise<void>;
}

/**
 * A way to PostgreSQL that ends as a killed process ends it: at the chosen statement every connection is cut, and none is
 * opened again. PostgreSQL sees what it sees of a kill -9; so does, from the other side, a client of a killed PostgreSQL.
 */
export async function startMortalConnection(databaseUrl: string, death: Death): Promise<MortalConnection> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;
  let isDead = false;

  const die = () => {
    isDead = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    if (isDead) return void client.destroy();
    const database = connect(Number(port), hostname);
    for (const socket of [client, database]) {
      sockets.add(socket.setNoDelay());
      socket.on("error", () => undefined);
      socket.on("close", () => {
        client.destroy();
        database.destroy();
      });
    }
    const count = countStatements();
    let isLast = false;
    client.on("data", (bytes: Buffer) => {
      statements += count(bytes);
      isLast ||= statements >= death.statement;
      if (isLast && death.when === "before") die();
      else database.write(bytes);
    });
    database.on("data", (bytes: Buffer) => {
      if (isLast) die();
      else client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const url = new URL(databaseUrl);
  const address = server.address();
  url.port = typeof address === "object" && address !== null ? String(address.port) : "";
  return {
    url: url.href,
    hasDied: () => isDead,
    statements: () => statements,
    stop: async () => {
      die();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
