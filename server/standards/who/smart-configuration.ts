import type { StandardsService } from "@/server/standards/standards-service";
import { assertionAlgorithms } from "@/server/standards/who/verify-assertion";
import type { Configuration } from "@/server/vocabulary/configuration";

/** A token opens all doors of one authority's systems, and no others: there is nothing to choose. */
export const systemScope = "lantern/authority";

/** For whom a system may have signed: this service, by the address at which it asks or by its own. Pure. */
export function audiences(configuration: Pick<Configuration, "NEXTAUTH_URL">): string[] {
  const own = configuration.NEXTAUTH_URL.replace(/\/$/, "");
  return [tokenAddress(configuration), own];
}

/** Answers `GET /.well-known/smart-configuration`: how a system signs in here, and nothing that is not there. */
export function answerSmartConfiguration({ configuration }: StandardsService): Response {
  return Response.json({
    token_endpoint: tokenAddress(configuration),
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    grant_types_supported: ["client_credentials"],
    scopes_supported: [systemScope],
    capabilities: ["client-confidential-asymmetric"],
  });
}

/** Where a system asks for a token. */
function tokenAddress({ NEXTAUTH_URL }: Pick<Configuration, "NEXTAUTH_URL">): string {
  return `${NEXTAUTH_URL.replace(/\/$/, "")}/api/token`;
}
