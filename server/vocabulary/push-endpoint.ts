/** The push services of the browsers in use: Chrome and Edge on Android, Firefox, Safari, and Edge on Windows. */
export const KNOWN_PUSH_HOSTS: readonly string[] = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  "push.services.mozilla.com",
  "web.push.apple.com",
  "notify.windows.com",
];

/**
 * Whether we may send to the address that a browser gave us. Anyone who signs in can hand us an address, so without
 * this list our server could be pointed at anything it can reach. Only https to a listed host or a subdomain of one,
 * on the default port unless the entry reads `host:port`; never with credentials, and an IP address only when the
 * entry is that very address.
 */
export function isAllowedPushEndpoint(endpoint: string, allowedHosts: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return false;

  return allowedHosts.some((entry) => isHostOf(url, entry));
}

/** The URL parser reads both sides, so that letter case, encodings and an explicit `:443` cannot tell them apart. */
function isHostOf(url: URL, entry: string): boolean {
  const allowed = URL.parse(`https://${entry}`);
  if (allowed === null || url.port !== allowed.port) return false;

  return url.hostname === allowed.hostname || url.hostname.endsWith(`.${allowed.hostname}`);
}
