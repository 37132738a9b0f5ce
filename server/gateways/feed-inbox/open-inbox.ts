import { link, mkdir, readdir, readFile, rename, stat, unlink, writeFile } from "node:fs/promises";
import path from "node:path";

/** A file as it lies in the folder. */
export interface InboxFile {
  readonly name: string;
  readonly size: number;
  /** Size and last change, to tell whether somebody is still writing. */
  readonly version: string;
}

/**
 * A folder in which an authority's system leaves lists, as a MESH client does. Nothing in it is ever deleted or written
 * over: a file goes from `in` to `done` or `failed`, and what became of it is written to `out`.
 */
export interface FeedInbox {
  /** Whole names only: hidden files and those that are still being written are passed over. */
  readonly list: () => Promise<InboxFile[]>;
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Writes one answer, all of it or nothing; a newer one takes the place of an older. */
  readonly answer: (name: string, text: string) => Promise<void>;
  readonly putAway: (name: string, where: "done" | "failed") => Promise<void>;
}

/** Opens the folder, and makes its parts where they are not there yet. Throws where it cannot be written to. */
export async function openInbox(directory: string): Promise<FeedInbox> {
  const place = (...names: string[]) => path.join(directory, ...names);
  for (const part of ["in", "out", "done", "failed"]) await mkdir(place(part), { recursive: true });

  return {
    async list() {
      const entries = await readdir(place("in"), { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile() && isWhole(entry.name)).map(({ name }) => name);
      const files = await Promise.all(names.sort().map(async (name) => describe(name, place("in", name))));
      return files.filter((file) => file !== undefined);
    },
    read: async (name) => new Uint8Array(await readFile(place("in", name))),
    async answer(name, text) {
      const aside = place("out", `${name}.part`);
      await writeFile(aside, text);
      await rename(aside, place("out", name));
    },
    putAway: (name, where) => moveKeeping(place("in", name), place(where, name)),
  };
}

function isWhole(name: string): boolean {
  return !name.startsWith(".") && !/\.(part|tmp|lock|filepart)$/i.test(name);
}

/** Undefined for a file that has gone meanwhile. */
async function describe(name: string, file: string): Promise<InboxFile | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found && { name, size: found.size, version: `${found.size} ${found.mtimeMs} ${found.ino}` };
}

/** Moves a file without writing over another of that name: the later one is given a number. */
async function moveKeeping(from: string, to: string): Promise<void> {
  for (let copy = 0; ; copy += 1) {
    try {
      await link(from, copy === 0 ? to : `${to}.${copy}`);
      await unlink(from);
      return;
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
  }
}

/** Whether an error of the file system is of this kind, such as ENOSPC. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
