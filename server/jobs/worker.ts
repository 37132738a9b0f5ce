import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { watchFolder } from "@/server/jobs/feed-folder/watch-folder";
import { workOff } from "@/server/jobs/work-off";
import { startWorkerService } from "@/server/jobs/worker-service";

// `npm run worker`: any number of these, anywhere. SIGTERM and Ctrl-C let it finish what it has begun.

const service = startWorkerService(process.env);
const name = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
const worker = workOff(service, name);
const { FEED_INBOX_DIR } = service.configuration;
const folder = FEED_INBOX_DIR === undefined ? undefined : watchFolder(service, FEED_INBOX_DIR);
service.log.info({ worker: name }, "worker started");

process.once("SIGTERM", stop);
process.once("SIGINT", stop);

/** Ends the process by itself if a push service keeps it waiting: the lease then hands the job to another worker. */
function stop(): void {
  service.log.info({ worker: name }, "worker stopping");
  setTimeout(() => process.exit(0), 12_000).unref();
  void Promise.all([worker.stop(), folder?.stop()]).then(async () => {
    await service.listener.close();
    await service.database.$disconnect();
    process.exit(0);
  });
}
