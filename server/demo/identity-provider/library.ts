/**
 * Loads the OpenID library without its greeting: it takes every release of Node that is not yet called long-term for
 * an unsupported one, and says so in the middle of the demo's own lines.
 */
export async function loadLibrary() {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return (await import("oidc-provider")).default;
  } finally {
    console.warn = warn;
  }
}
