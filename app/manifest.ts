import type { MetadataRoute } from "next";

/** What a phone needs to install Lantern as an app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Lantern",
    short_name: "Lantern",
    description: "Child protection information sharing on a phone",
    lang: "en-GB",
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f0f4f5",
    theme_color: "#005eb8",
    categories: ["medical"],
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
