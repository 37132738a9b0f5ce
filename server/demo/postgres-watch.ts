import { spawn } from "node:child_process";
import { Socket } from "node:net";
import process from "node:process";
import type { ServerPlace } from "@/server/demo/postgres-server";

// A server that has gone takes its file with it; its number may stay for long where nobody collects dead processes.
const STOP_WHEN_ALONE = `
  read -r _
  kill -INT "$1" 2>/dev/null
  tries=0
  while [ -e "$2/data/postmaster.pid" ] && [ $tries -lt 150 ]; do sleep 0.2; tries=$((tries + 1)); done
  [ "$3" = keep ] || rm -rf "$2"
`;

/**
 * Leaves a small watch beside the server that stops it (and removes throwaway data) should this process go without
 * stopping it: the other end of its standard input is ours, and closes with us even on `kill -9`. Gives the
 * function that ends the watch.
 */
export function watchServer(pid: number, place: ServerPlace): () => void {
  const afterwards = place.throwaway ? "remove" : "keep";
  const words = ["-c", STOP_WHEN_ALONE, "lantern-postgres-watch", String(pid), place.directory, afterwards];
  const watch = spawn("/bin/sh", words, { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] });

  // The watch must not keep alive whom it watches.
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();

  return () => {
    if (watch.pid !== undefined && watch.exitCode === null) process.kill(watch.pid, "SIGKILL");
  };
}
