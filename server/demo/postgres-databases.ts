import { readFile } from "node:fs/promises";
import { escapeIdentifier, Client } from "pg";

/** One database, as its owner (for migrations) and as the running service. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The same, and as the superuser, who may make and drop databases. */
export interface ServerUrls extends DatabaseUrls {
  readonly adminUrl: string;
}

/**
 * Makes a database that belongs to lantern_owner and to which lantern_app may connect: empty, or a copy of another
 * one to which nobody is connected.
 */
export async function createDatabase(
  server: ServerUrls,
  name: string,
  template?: string,
): Promise<DatabaseUrls> {
  const from = escapeIdentifier(template ?? "template0");
  await runSql(server.adminUrl, `create database ${escapeIdentifier(name)} template ${from}`);
  await giveRoles(server, name);
  return databaseUrls(server, name);
}

/** Runs prisma/roles.sql: the two roles of Lantern, and their rights on this database. Safe to repeat. */
export async function giveRoles(server: ServerUrls, name: string): Promise<void> {
  const script = await readFile(new URL("../../prisma/roles.sql", import.meta.url), "utf8");
  await runSql(databaseAt(server.adminUrl, name), script);
}

/** Drops a database if it is there, cutting off whoever is still connected. */
export async function dropDatabase(server: ServerUrls, name: string): Promise<void> {
  await runSql(server.adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`);
}

/** Runs a script of one or several statements, in one transaction if it is several. Gives the rows of a single one. */
export async function runSql(url: string, script: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();

  try {
    const { rows } = await client.query<Record<string, unknown>>(script);
    return rows;
  } finally {
    await client.end();
  }
}

/** The addresses of another database of the same server. */
export function databaseUrls({ ownerUrl, appUrl }: DatabaseUrls, name: string): DatabaseUrls {
  return { ownerUrl: databaseAt(ownerUrl, name), appUrl: databaseAt(appUrl, name) };
}

function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(name)}`;
  return address.href;
}
