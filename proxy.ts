import { NextResponse, type NextRequest } from "next/server";

/**
 * Puts the security headers on every page and API answer, with a nonce made for this request alone.
 * It decides nothing about who may do what: that is the first word of each procedure.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy =
    request.nextUrl.pathname === "/scan/band-reader.js" ? READER_POLICY : contentSecurityPolicy(nonce);

  // Next reads the nonce from the policy on the request and puts it on its own scripts.
  const forwarded = new Headers(request.headers);
  forwarded.set("content-security-policy", policy);
  forwarded.set("x-nonce", nonce);

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(headersFor(request))) response.headers.set(name, value);
  return response;
}

export const config = {
  // Built files are named by their content and hold nothing about anybody.
  matcher: "/((?!_next/static/).*)",
};

/** Public and the same for everyone, so a cache may keep them; their own routes say for how long. */
const PUBLIC_PATHS = /^\/(?:icons\/|scan\/|sw\.js$|manifest\.webmanifest$|api\/directory$|favicon\.ico$)/;

/**
 * The reader of codes runs as a worker, whose policy is that of its own file. It alone may compile WebAssembly, and it
 * may load nothing but that: no page can.
 */
const READER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'";

const FIXED_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  // Nothing leaves for other sites. With "no-referrer" the browser would also hide the origin of our own forms, and
  // a form sent without script could not be told from another site's.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

function headersFor(request: NextRequest): Readonly<Record<string, string>> {
  return {
    ...FIXED_HEADERS,
    ...(PUBLIC_PATHS.test(request.nextUrl.pathname) ? {} : { "Cache-Control": "no-store" }),
    ...(isHttps(request) ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** Plain HTTP is for a laptop only, and must not pin localhost to HTTPS. */
function isHttps(request: NextRequest): boolean {
  return (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development build evaluates text to show better stacks; the production build never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...signInOrigins()].join(" "),
  ].join("; ");
}

/** Browsers hold the redirect that follows a form post to `form-action`, and signing in ends at the issuer. */
function signInOrigins(): readonly string[] {
  return [process.env.CARE_IDENTITY_ISSUER ?? "", process.env.COUNCIL_ISSUER ?? ""]
    .filter((issuer) => URL.canParse(issuer))
    .map((issuer) => new URL(issuer).origin);
}
