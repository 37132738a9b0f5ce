import type { Configuration } from "@/server/vocabulary/configuration";
import { isAllowedPushEndpoint } from "@/server/vocabulary/push-endpoint";

export interface WebhookHosts {
  /** As in the setting; a host that is listed stands for its subdomains too. */
  readonly hosts: readonly string[];
  /** In the demo and the tests: this machine itself may be told, also without TLS. */
  readonly allowsLoopback: boolean;
}

/** As configured. */
export function webhookHosts({
  WEBHOOK_HOSTS,
  WEBHOOK_LOOPBACK,
}: Pick<Configuration, "WEBHOOK_HOSTS" | "WEBHOOK_LOOPBACK">): WebhookHosts {
  return { hosts: WEBHOOK_HOSTS, allowsLoopback: WEBHOOK_LOOPBACK === "allowed" };
}

/**
 * Whether an authority's case system may be told at this address: https, and a host that the operator has listed. Where
 * its name leads is looked at when it is connected to.
 */
export function isAllowedWebhook(address: string, { hosts, allowsLoopback }: WebhookHosts): boolean {
  const asSecure = allowsLoopback ? address.replace(/^http:/i, "https:") : address;
  return isAllowedPushEndpoint(asSecure, hosts);
}
