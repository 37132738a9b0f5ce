import { EventEmitter } from "node:events";
import pg from "pg";
import type { Logger } from "pino";

/** Hears what other processes committed (PostgreSQL's `notify`). Delivery is a hint: whoever listens also polls. */
export interface Listener {
  /** Calls back with each payload of the channel until the returned function is called. */
  readonly hear: (channel: string, callback: (payload: string) => void) => () => void;
  readonly close: () => Promise<void>;
}

const reconnectMilliseconds = 1_000;

/** One connection of its own, opened at the first `hear` and opened anew whenever it is lost. */
export function openListener(url: string, log: Logger): Listener {
  const calls = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: "lantern-listener",
    });
    client = next;
    next.on("notification", ({ channel, payload }) => calls.emit(channel, payload ?? ""));
    next.on("error", (error) => log.warn({ error: error.message }, "listener lost its connection"));
    next.on("end", () => reconnectLater(next));
    try {
      await next.connect();
      for (const channel of calls.eventNames()) await next.query(`listen ${String(channel)}`);
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message : "unknown" }, "listener could not connect");
      reconnectLater(next);
    }
  }

  function reconnectLater(lost: pg.Client): void {
    if (isClosed || client !== lost) return;
    client = undefined;
    setTimeout(() => {
      if (!isClosed && client === undefined && calls.eventNames().length > 0) void connect();
    }, reconnectMilliseconds).unref();
  }

  return {
    hear(channel, callback) {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`not a channel name: ${channel}`);
      const isNew = calls.listenerCount(channel) === 0;
      calls.on(channel, callback);
      if (client === undefined) void connect();
      else if (isNew) client.query(`listen ${channel}`).catch(() => undefined);
      return () => void calls.off(channel, callback);
    },
    async close() {
      isClosed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
