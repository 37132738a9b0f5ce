import { setImmediate } from "node:timers/promises";

/** Between two stretches of counting: whoever looks a child up meanwhile waits for one of them, not for all. */
export async function letOthersIn(): Promise<void> {
  await setImmediate();
}
