import { spawn } from "node:child_process";
import { Socket } from "node:net";

/**
 * Leaves a small watch beside a child of ours that ends it at once should this process go without doing so: the other
 * end of the watch's standard input is ours, and closes with us even on `kill -9`. A part that lived on would hold the
 * port, and a build that lived on would clash with the next one. Gives the function that ends the watch.
 */
export function watchChild(pid: number): () => void {
  const words = ["-c", 'read -r _; kill -9 "$1" 2>/dev/null', "lantern-child-watch", String(pid)];
  const watch = spawn("/bin/sh", words, { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] });

  // The watch must not keep alive whom it watches over.
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();

  return () => watch.kill("SIGKILL");
}
