import type { Metadata, Viewport } from "next";
import type { ReactElement, ReactNode } from "react";
import "./globals.scss";
import "./utilities.css";
import { LookScript } from "./_looks/look-script";
import { RegisterServiceWorker } from "./_pwa/register-service-worker";

/** Every page is rendered for its request: the content security policy needs a fresh nonce in each. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Lantern", template: "%s – Lantern" },
  description: "Child protection information sharing on a phone",
  applicationName: "Lantern",
  // Without this, iOS turns NHS numbers into links that ring somebody.
  formatDetection: { telephone: false, date: false, address: false, email: false },
  appleWebApp: { capable: true, title: "Lantern", statusBarStyle: "default" },
  icons: {
    icon: [
      { url: "/icons/icon.svg", type: "image/svg+xml" },
      { url: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
    ],
    apple: [{ url: "/icons/apple-touch-icon.png", sizes: "180x180" }],
  },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#005eb8" },
    { media: "(prefers-color-scheme: dark)", color: "#003a78" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="en-GB" suppressHydrationWarning>
      <body>
        <LookScript />
        <a className="nhsuk-skip-link" href="#main">
          Skip to main content
        </a>
        {children}
        {/* At the end: a bar that appears must not move a key from under a thumb. */}
        <RegisterServiceWorker />
      </body>
    </html>
  );
}
