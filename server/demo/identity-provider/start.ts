import { createServer, type RequestListener, type Server } from "node:http";
import { keptKeys, makeKeys } from "@/server/demo/identity-provider/keys";
import { makeProvider } from "@/server/demo/identity-provider/provider";
import {
  answerSandbox,
  sandboxAudience,
  sandboxCaseSystem,
  sandboxClient,
  sandboxIssuer,
} from "@/server/demo/identity-provider/sandbox";
import { personas as demoPersonas, type Persona } from "@/server/demo/personas";
import { signInProviders, type SignInProvider } from "@/server/vocabulary/claims";

export interface IdentityProviderOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Where Lantern is. */
  readonly origin: string;
  readonly secrets: { readonly careIdentityClientSecret: string; readonly councilClientSecret: string };
  /** Where the keys are kept; without it they last as long as the process. */
  readonly directory?: string;
  /** Whom the issuers vouch for. */
  readonly personas?: readonly Persona[];
}

export interface IdentityProvider {
  readonly careIdentityIssuer: string;
  readonly councilIssuer: string;
  /** What lets other systems in, as settings. */
  readonly systemsSettings: Readonly<Record<string, string>>;
  /** Where whoever builds another system has its tokens from. */
  readonly sandbox: string;
  stop(): Promise<void>;
}

const demoClientId = "lantern";

/**
 * Two OpenID issuers on one port of this machine, in the shapes of Care Identity and of a council's directory. They
 * ask nobody for a proof, so they listen to this machine only; the protocol is the real one.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { port, origin, secrets, directory, personas = demoPersonas } = options;
  const keys = directory === undefined ? await makeKeys() : await keptKeys(directory);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });

  const host = `http://localhost:${portOf(server)}`;
  const clientSecrets = {
    "care-identity": secrets.careIdentityClientSecret,
    council: secrets.councilClientSecret,
  };
  const listeners = new Map<SignInProvider, RequestListener>();
  for (const provider of signInProviders) {
    const issuer = `${host}/${provider}`;
    const client = { clientId: demoClientId, clientSecret: clientSecrets[provider] };
    const made = await makeProvider({ issuer, provider, origin, personas, keys, ...client });
    const handle = made.callback();
    listeners.set(provider, (request, response) => void handle(request, response));
  }
  const sandbox = answerSandbox({ host, origin, keys, personas });
  server.on("request", mounted(listeners, sandbox));

  return {
    careIdentityIssuer: `${host}/care-identity`,
    councilIssuer: `${host}/council`,
    systemsSettings: systemsSettings(host, origin, personas),
    sandbox: sandboxIssuer(host),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Care Identity's tokens open the door for systems; the sandbox may call CDS Hooks for its people, and is a case system. */
function systemsSettings(
  host: string,
  origin: string,
  personas: readonly Persona[],
): Readonly<Record<string, string>> {
  const keysUrl = `${host}/care-identity/jwks`;
  const ofHealth = personas.filter(({ provider }) => provider === "care-identity");
  const organisations = [...new Set(ofHealth.map(({ organisationCode }) => organisationCode))];
  return {
    SYSTEMS_ISSUER: `${host}/care-identity`,
    SYSTEMS_KEYS_URL: keysUrl,
    SYSTEMS_AUDIENCE: sandboxAudience(origin),
    SYSTEMS_CARE_SETTINGS: `${sandboxClient}=Ambulance,${sandboxClient}=Community paediatrics`,
    CDS_CLIENTS: JSON.stringify([{ issuer: sandboxIssuer(host), keysUrl, organisations }]),
    SYSTEM_CLIENTS: JSON.stringify([sandboxCaseSystem(host)]),
  };
}

function portOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the identity provider has no port");
  return String(address.port);
}

/** Hands a request to the issuer whose name its path begins with; the library reads the whole path in `originalUrl`. */
function mounted(
  listeners: ReadonlyMap<SignInProvider, RequestListener>,
  sandbox: RequestListener,
): RequestListener {
  return (request, response) => {
    const url = request.url ?? "/";
    if (url.startsWith("/sandbox/")) {
      sandbox(request, response);
      return;
    }
    const found = [...listeners].find(([name]) => url.startsWith(`/${name}/`));
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const [name, listener] = found;
    Object.assign(request, { originalUrl: url, url: url.slice(name.length + 1) });
    listener(request, response);
  };
}
