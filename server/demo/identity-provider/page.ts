import { randomBytes } from "node:crypto";

export interface IssuerPage {
  readonly contentSecurityPolicy: string;
  readonly html: string;
}

interface PageParts {
  readonly title: string;
  /** HTML; whatever was not written by us must have passed `escapeHtml`. */
  readonly body: string;
  readonly script?: string;
  /** Where forms of this page may lead, redirects included. */
  readonly formTargets: readonly string[];
}

/** A whole page of the demo's issuers, with the policy that goes with it: nothing may be loaded from anywhere. */
export function issuerPage({ title, body, script = "", formTargets }: PageParts): IssuerPage {
  const nonce = randomBytes(16).toString("base64");
  return {
    contentSecurityPolicy: [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      `form-action 'self' ${formTargets.join(" ")}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    html: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><p>${escapeHtml(title)}</p></header>
<main>${body}</main>
${script === "" ? "" : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>`,
  };
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

const style = `
body { margin: 0; background: #f0f4f5; color: #212b32; font: 1.1875rem/1.5 Arial, sans-serif; }
header { background: #005eb8; color: #fff; font-weight: bold; }
header p, main { box-sizing: border-box; margin: 0 auto; max-width: 40rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0.5rem 0 1rem; }
ul { list-style: none; margin: 0 0 1.5rem; padding: 0; }
button { background: #fff; border: 1px solid #4c6272; border-radius: 4px; color: inherit; cursor: pointer; display: block;
  font: inherit; margin: 0 0 0.75rem; min-height: 48px; padding: 0.75rem 1rem; text-align: left; width: 100%; }
button:hover { background: #d8dde0; }
button strong { color: #005eb8; display: block; }
button:focus, a:focus { background: #ffeb3b; box-shadow: inset 0 -4px 0 #212b32; color: #212b32; outline: none; }
button:focus strong { color: #212b32; }
a { color: #005eb8; }
`;
