/** Whether this is plain http to the same machine, as on a laptop. Nothing else may go without TLS. Pure. */
export function isPlainLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** An address to which secrets may go: https, or plain within this machine. Pure. */
export function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "https:" || isPlainLoopback(url));
}
