import path from "node:path";
import type { NextConfig } from "next";

const isProduction = process.env.NODE_ENV === "production";

/** The service worker must never be held back by a cache, or a phone keeps an old one for a day. */
const SERVICE_WORKER_HEADERS = [
  { key: "Cache-Control", value: "no-cache" },
  { key: "Service-Worker-Allowed", value: "/" },
  { key: "Content-Type", value: "text/javascript; charset=utf-8" },
];

/** An authority's list may have 20 MB, and a form puts a little around it. What is larger would be cut off silently. */
const LARGEST_BODY = "21mb";

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` checks the types of everything; a build that did so again would only be slower.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  devIndicators: false,
  // They read files beside their own code, which a bundle would not have.
  serverExternalPackages: ["fontkit", "pdfkit"],
  sassOptions: {
    loadPaths: [path.join(import.meta.dirname, "node_modules")],
    quietDeps: true,
  },
  compress: true,
  experimental: { serverActions: { bodySizeLimit: LARGEST_BODY }, proxyClientMaxBodySize: LARGEST_BODY },
  productionBrowserSourceMaps: false,
  headers: () =>
    Promise.resolve([
      { source: "/sw.js", headers: SERVICE_WORKER_HEADERS },
      ...(isProduction
        ? [{ source: "/icons/:path*", headers: [{ key: "Cache-Control", value: "public, max-age=86400" }] }]
        : []),
    ]),
};

export default config;
