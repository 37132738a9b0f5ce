const MAILTO = /^mailto:[^\s@<>,?]+@([^\s@<>,?/:]+)$/i;
const UNREACHABLE_DOMAINS = /(^|\.)(localhost|invalid|test|local|internal)$/i;
const NAMED_HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/**
 * Stops the start when the contact that we give push services (RFC 8292, section 2.1) would be turned down. Apple
 * alone answers 403 to `localhost`, to a reserved domain and to a space, so a test against any other service passes
 * and every iPhone stays silent.
 */
export function assertVapidSubject(subject: string): void {
  const host = contactHost(subject);
  if (host !== undefined && NAMED_HOST.test(host) && !UNREACHABLE_DOMAINS.test(host)) return;

  throw new Error(
    "The contact for push services must be mailto:name@a-real-domain or https://a-real-domain/…",
  );
}

function contactHost(subject: string): string | undefined {
  const mailHost = MAILTO.exec(subject)?.[1];
  if (mailHost !== undefined) return mailHost;
  if (!subject.startsWith("https://") || /\s/.test(subject)) return undefined;

  return URL.parse(subject)?.hostname;
}
