import { readFileSync } from "node:fs";
import { openDemographics, type Demographics } from "@/server/gateways/demographics";
import { openAccessToken } from "@/server/gateways/demographics-token";
import type { Configuration } from "@/server/vocabulary/configuration";

/** The way to demographics, as configured; `waitsMs` in place of the usual waits between tries. */
export function demographicsOf(configuration: Configuration, waitsMs?: readonly number[]): Demographics {
  const timeoutMs = configuration.DEMOGRAPHICS_TIMEOUT_MILLISECONDS;
  return openDemographics({
    url: configuration.DEMOGRAPHICS_URL,
    perSecond: configuration.DEMOGRAPHICS_PER_SECOND,
    timeoutMs,
    ...(waitsMs && { waitsMs }),
    token: openAccessToken({
      tokenUrl: configuration.DEMOGRAPHICS_TOKEN_URL,
      clientId: configuration.DEMOGRAPHICS_CLIENT_ID,
      keyId: configuration.DEMOGRAPHICS_KEY_ID,
      privateKey: readFileSync(configuration.DEMOGRAPHICS_PRIVATE_KEY_FILE, "utf8"),
      timeoutMs,
    }),
  });
}
