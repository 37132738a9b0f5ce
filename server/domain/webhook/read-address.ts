import { Refusal } from "@/server/vocabulary/refusal";
import { isAllowedWebhook, type WebhookHosts } from "@/server/vocabulary/webhook-address";

export interface ReadAddress {
  readonly address: string;
  readonly host: string;
}

/** An address as somebody typed it, made sure of; the refusal says what to do. Pure. */
export function readAddress(typed: string, hosts: WebhookHosts): ReadAddress {
  const url = URL.parse(typed);
  const isWeb = url?.protocol === "https:" || (hosts.allowsLoopback && url?.protocol === "http:");
  if (url === null || !isWeb) {
    throw new Refusal("invalid", "Enter an address that begins with https://.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new Refusal("invalid", "Leave name and password out of the address: every delivery is signed.");
  }
  url.hash = "";
  if (!isAllowedWebhook(url.href, hosts)) {
    throw new Refusal(
      "invalid",
      `Lantern may not send to ${url.host}. Ask those who run this service to add it to WEBHOOK_HOSTS.`,
    );
  }
  return { address: url.href, host: url.host };
}
