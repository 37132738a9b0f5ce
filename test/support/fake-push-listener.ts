import { once } from "node:events";
import type { Server, Socket } from "node:net";

/** A server on a free port of this machine that can be stopped at once, whatever is still connected. */
export type Listener = {
  /** Such as `127.0.0.1:41234`. */
  readonly host: string;
  readonly connectionCount: () => number;
  readonly stop: () => Promise<void>;
};

/** Listens on 127.0.0.1 and keeps hold of every connection, since a server waits for those before it closes. */
export async function listen(server: Server): Promise<Listener> {
  const plain = holdSockets(server, "connection");
  const encrypted = holdSockets(server, "secureConnection");
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const address = server.address();
  return {
    host: typeof address === "object" && address ? `127.0.0.1:${address.port}` : "",
    connectionCount: () => plain.count(),
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      encrypted.drop();
      plain.drop();
      await closed;
    },
  };
}

/** After `drop`, a socket that was just being accepted is dropped as well. */
function holdSockets(server: Server, event: "connection" | "secureConnection") {
  const sockets: Socket[] = [];
  let isDropping = false;
  server.on(event, (socket: Socket) => {
    sockets.push(socket);
    if (isDropping) socket.destroy();
  });
  return {
    count: () => sockets.length,
    drop: () => {
      isDropping = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}
