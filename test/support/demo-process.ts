import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** `npm run demo` as somebody types it, in a process group of its own as a terminal gives it. */
export interface DemoProcess {
  /** Everything that it has said so far. */
  readonly output: () => string;
  /** Resolves when it has said this; rejects if it ends without. */
  readonly says: (text: string) => Promise<void>;
  /** Resolves with its exit code, or undefined if a signal ended it. */
  readonly ended: Promise<number | undefined>;
  /** Ctrl-C: a terminal sends the signal to all of the group. */
  readonly interrupt: () => void;
  /** `kill -9` of all of the group. */
  readonly kill: () => void;
  /** Commands of this demo that still run, its database included. */
  readonly leftovers: () => Promise<readonly string[]>;
}

interface DemoToStart {
  readonly port: number;
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export function startDemo({ port, directory, environment = {} }: DemoToStart): DemoProcess {
  const child = spawn("npm", ["run", "demo"], {
    detached: true,
    env: { ...process.env, ...environment, PORT: String(port), LANTERN_DATA_DIR: directory },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes: Buffer) => {
      output += bytes.toString("utf8");
      child.emit("output");
    });
  }
  const ended = once(child, "close").then(([code]: unknown[]) =>
    typeof code === "number" ? code : undefined,
  );
  const group = child.pid ?? 0;

  return {
    ended,
    output: () => output,
    says: async (text) => {
      const isOver = ended.then(() => true);
      while (!output.includes(text)) {
        const over = await Promise.race([isOver, once(child, "output").then(() => false)]);
        if (over && !output.includes(text)) throw new Error(`The demo never said "${text}":\n${output}`);
      }
    },
    interrupt: () => signal(group, "SIGINT"),
    kill: () => signal(group, "SIGKILL"),
    leftovers: () => leftovers(group, directory),
  };
}

/** Not an error where the group has gone already. */
function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

async function leftovers(group: number, directory: string): Promise<readonly string[]> {
  const { stdout } = await execute("ps", ["-eo", "pgid=,stat=,args="]);
  return stdout.split("\n").filter((line) => {
    const [pgid, state = ""] = line.trim().split(/\s+/, 2);
    return !state.startsWith("Z") && (pgid === String(group) || line.includes(directory));
  });
}
