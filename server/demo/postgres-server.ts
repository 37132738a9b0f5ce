import { chown, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/server/demo/demo-port";
import { runAs, type Account } from "@/server/demo/postgres-account";
import { commandOf } from "@/server/demo/postgres-claim";
import type { Programs } from "@/server/demo/postgres-programs";

export interface ServerPlace {
  readonly directory: string;
  readonly account: Account;
  readonly programs: Programs;
  /** Trades safety against a power cut for speed: for data that nobody will miss. */
  readonly throwaway: boolean;
}

const ATTEMPTS = 5;
/** Another program took the port in between, or the last server's processes have not all gone yet. */
const PASSES = /could not bind|Address already in use|shared memory block .* is still in use/;

/** Starts the server on a free port of 127.0.0.1 and gives the port once it accepts connections. */
export async function startServer(place: ServerPlace): Promise<number> {
  await stopEarlierServer(place);

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const complaint = await tryStart(place, port);
    if (complaint === undefined) return port;

    if (attempt === ATTEMPTS || !PASSES.test(complaint)) {
      throw new Error(`PostgreSQL did not start from ${place.directory}:\n${complaint}`);
    }
    await pause(500);
  }
}

/** Stops the server, cutting off whoever is still connected. Nothing that was committed is lost. */
export async function stopServer({ directory, account, programs }: ServerPlace): Promise<void> {
  const stop = (how: string): Promise<string> =>
    runAs(account, programs.pgCtl, "stop", "-w", "-t", "30", "-m", how, "-D", path.join(directory, "data"));

  if ((await runningServer(directory)) === undefined) return;
  await stop("fast").catch(() => stop("immediate"));
}

/** The process of the server that runs from this directory, if one does. */
export async function runningServer(directory: string): Promise<number | undefined> {
  const data = path.join(directory, "data");
  const [firstLine] = (await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number.parseInt(firstLine ?? "", 10);

  return Number.isNaN(pid) || !(await commandOf(pid)).includes(data) ? undefined : pid;
}

/**
 * A server that outlived the process which started it is stopped. If only its file was left behind, that goes: by now
 * another program may have the number in it, and PostgreSQL would refuse to start.
 */
async function stopEarlierServer(place: ServerPlace): Promise<void> {
  await stopServer(place);
  await rm(path.join(place.directory, "data", "postmaster.pid"), { force: true });
}

async function tryStart(place: ServerPlace, port: number): Promise<string | undefined> {
  const { directory, account, programs } = place;
  const log = path.join(directory, "server.log");
  await writeFile(log, "");
  if (account.owner !== undefined) await chown(log, account.owner.uid, account.owner.gid);

  const data = path.join(directory, "data");
  const settings = settingsOf(place.throwaway).map((setting) => `-c ${setting}`);
  const options = [`-p ${port}`, ...settings].join(" ");
  return runAs(
    account,
    programs.pgCtl,
    "start",
    "-w",
    "-t",
    "120",
    "-D",
    data,
    "-l",
    log,
    "-o",
    options,
  ).then(
    () => undefined,
    async (error: unknown) => (await readFile(log, "utf8").catch(() => "")).slice(-2_000) || String(error),
  );
}

function settingsOf(throwaway: boolean): readonly string[] {
  const always = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    // Neither statements nor values: they are about people.
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
  ];
  return throwaway ? [...always, "fsync=off", "synchronous_commit=off", "full_page_writes=off"] : always;
}
