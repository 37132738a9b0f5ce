import { createRemoteJWKSet } from "jose";
import type { Configuration } from "@/server/vocabulary/configuration";

type Keys = ReturnType<typeof createRemoteJWKSet>;

const kept = new WeakMap<Configuration, Map<string, Keys>>();

/**
 * The public keys at an address. They are fetched when they are first needed, kept for ten minutes, and fetched again
 * when a token names a key that is not among them, but not more often than the settings allow: a flood of invented
 * keys is no flood at the issuer.
 */
export function keysAt(configuration: Configuration, address: string): Keys {
  const ofService = kept.get(configuration) ?? new Map<string, Keys>();
  kept.set(configuration, ofService);
  const keys = ofService.get(address) ?? makeKeys(configuration, address);
  ofService.set(address, keys);
  return keys;
}

function makeKeys({ ISSUER_KEYS_WAIT_SECONDS }: Configuration, address: string): Keys {
  return createRemoteJWKSet(new URL(address), {
    cooldownDuration: ISSUER_KEYS_WAIT_SECONDS * 1_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 3_000,
  });
}
