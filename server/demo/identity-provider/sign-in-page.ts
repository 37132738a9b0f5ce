import { escapeHtml, issuerPage, type IssuerPage } from "@/server/demo/identity-provider/page";
import type { Persona } from "@/server/demo/personas";

interface SignInPage {
  readonly issuerName: string;
  readonly personas: readonly Persona[];
  /** Where Lantern is, since the form's redirects end there. */
  readonly origin: string;
}

/** Whom to be. Stands for the issuer's own proof of identity: smartcard, security key, password. */
export function signInPage({ issuerName, personas, origin }: SignInPage): IssuerPage {
  return issuerPage({
    title: `${issuerName} (demo)`,
    formTargets: [origin],
    body: `
<h1>Who are you?</h1>
<p>These people are invented. Choose one to sign in to Lantern.</p>
<form method="post">
<ul>${personas.map(choice).join("")}</ul>
<button name="cancel" value="yes">Do not sign in</button>
</form>`,
  });
}

function choice({ id, name, jobTitle, organisationName }: Persona): string {
  return `<li><button name="persona" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong> ${escapeHtml(jobTitle)}, ${escapeHtml(organisationName)}</button></li>`;
}

/** A page that outlived its sign-in: opened again from history, or after a restart. */
export function staleSignInPage({ issuerName, origin }: Omit<SignInPage, "personas">): IssuerPage {
  return issuerPage({
    title: `${issuerName} (demo)`,
    formTargets: [],
    body: `<h1>This sign-in is over</h1><p><a href="${escapeHtml(origin)}/sign-in">Go back to Lantern and sign in again</a></p>`,
  });
}

export function signedOutPage({ issuerName, origin }: Omit<SignInPage, "personas">): IssuerPage {
  return issuerPage({
    title: `${issuerName} (demo)`,
    formTargets: [],
    body: `<h1>You are signed out</h1><p><a href="${escapeHtml(origin)}/sign-in">Go to Lantern</a></p>`,
  });
}

/** Ends the issuer's session at once; the button is for browsers without script. `form` comes from the issuer. */
export function signOutPage({ issuerName, origin }: Omit<SignInPage, "personas">, form: string): IssuerPage {
  return issuerPage({
    title: `${issuerName} (demo)`,
    formTargets: [origin],
    body: `<h1>Signing you out</h1>${form}<button id="yes" name="logout" value="yes" form="op.logoutForm">Sign out</button>`,
    script: 'document.getElementById("yes").click();',
  });
}
