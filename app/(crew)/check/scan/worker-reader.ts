import type { CodeReader } from "./code-reader";
import type { ReaderReply, ReaderRequest } from "./reader-messages";

/** Built beside the service worker, from our own address; the service worker keeps it after its first use. */
const ADDRESS = "/scan/band-reader.js";

type Answer = (codes: readonly string[]) => void;

/** Our own reader in a worker. Rejects where it cannot be loaded, as without a signal before its first use. */
export function openWorkerReader(): Promise<CodeReader> {
  const worker = new Worker(ADDRESS);
  const waiting = new Map<number, Answer>();
  let count = 0;

  const reader: CodeReader = {
    read: ({ data, width, height }, isThorough) =>
      new Promise((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        const pixels = data.buffer;
        const request: ReaderRequest = { id: count, pixels, width, height, isThorough };
        worker.postMessage(request, [pixels]);
      }),
    close: () => worker.terminate(),
  };
  return new Promise((resolve, reject) => {
    const fail = () => {
      worker.terminate();
      reject(new Error("The reader could not be loaded"));
    };
    worker.addEventListener("error", fail);
    worker.addEventListener("message", ({ data }: MessageEvent<ReaderReply>) => {
      if (data.kind === "ready") resolve(reader);
      if (data.kind === "failed") fail();
      if (data.kind === "read") takeOut(waiting, data.id)?.(data.codes);
    });
  });
}

function takeOut(waiting: Map<number, Answer>, id: number): Answer | undefined {
  const answer = waiting.get(id);
  waiting.delete(id);
  return answer;
}
