import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Child } from "@/server/demo/demo-child";
import { commandOf } from "@/server/demo/postgres-claim";

const Kept = z.array(z.object({ pid: z.number(), name: z.string() }));

/** How a part of ours shows itself among the machine's processes. */
const ours = /next-server|next\/dist\/bin\/next|server\/jobs\/worker\.ts/;

/** Writes down which processes belong to this demo, so that a later start can end them if this one is killed. */
export async function rememberChildren(directory: string, children: readonly Child[]): Promise<void> {
  const kept = children.map(({ pid, name }) => ({ pid, name }));
  await writeFile(path.join(directory, "children.json"), JSON.stringify(kept), { mode: 0o600 });
}

/** Ends what a killed demo left running on this directory; nothing else, since a process id may have a new owner. */
export async function endOrphans(directory: string): Promise<number> {
  const text = await readFile(path.join(directory, "children.json"), "utf8").catch(() => "[]");
  const kept = Kept.safeParse(parseJson(text));
  let endedCount = 0;

  for (const { pid } of kept.success ? kept.data : []) {
    if (!ours.test(await commandOf(pid))) continue;
    process.kill(pid, "SIGKILL");
    endedCount += 1;
  }
  return endedCount;
}

/** A list that was cut off in the writing names nobody. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
