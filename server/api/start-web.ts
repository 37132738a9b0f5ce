import { runningService } from "@/server/api/service";

/** Makes the service before the first request. Next itself would report a wrong setting and go on: this ends web. */
export function startWeb(): void {
  try {
    runningService();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "Lantern cannot start."}\n`);
    process.exit(1);
  }
}
