import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Claims a data directory for this process. Throws if another living process has it; what a killed one left behind is
 * taken over. Gives the function that lets go again.
 */
export async function claim(directory: string): Promise<() => Promise<void>> {
  const file = path.join(directory, "in-use-by");
  const holder = (await readFile(file, "utf8").catch(() => "")).trim();

  if (holder !== "" && holder === (await nameOf(Number.parseInt(holder, 10)))) {
    const pid = Number.parseInt(holder, 10);
    throw new Error(
      `${directory} is in use by a Lantern that is already running (process ${pid}): stop that one first`,
    );
  }
  await writeFile(file, `${await nameOf(process.pid)}\n`).catch((cause: unknown) => {
    throw new Error(`This user cannot write to ${directory}: start as the user who made it, or remove it`, {
      cause,
    });
  });
  return () => rm(file, { force: true });
}

/** The command line of a process, empty if there is no such process. */
export async function commandOf(pid: number): Promise<string> {
  return ask(pid, "cmdline", "command");
}

/**
 * A living process by its number and start, since numbers are used again after a while and after every start of a
 * container. One that is dead but not yet collected by its parent has no name.
 */
async function nameOf(pid: number): Promise<string> {
  const status = await ask(pid, "stat", "lstart");
  if (!status.startsWith(`${pid} (`)) return status === "" ? "" : `${pid} ${status}`;

  // Linux: after the command in brackets come the state and, as the twentieth, the start in ticks since boot.
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[19] === undefined ? "" : `${pid} ${fields[19]}`;
}

/** Linux without `ps` is as common as a Unix without /proc. */
async function ask(pid: number, procFile: string, psColumn: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${procFile}`, "utf8");
  } catch {
    return execute("ps", ["-o", `${psColumn}=`, "-p", String(pid)]).then(
      ({ stdout }) => stdout.trim(),
      () => "",
    );
  }
}
