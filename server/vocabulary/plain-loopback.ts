/** Whether this is plain http to the same machine, as on a laptop. Nothing else may go without TLS. Pure. */
export function isPlainLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
