import type { CountedPush } from "@/server/domain/insight/count-pushes";

/** How one push service did. */
export interface Vendor {
  readonly host: string;
  readonly answered: number;
  /** Refused, put off or not answered. A phone that is gone is no failure of the service. */
  readonly failed: number;
  readonly isFailing: boolean;
}

/** Fewer say nothing about a push service. */
const leastAnswered = 5;
const mostFailedShare = 0.1;

/** Each push service that has answered by how it did; failing are those that fail with more than a tenth of at least five. Pure. */
export function vendorsOf(pushes: readonly CountedPush[]): readonly Vendor[] {
  const hosts = [...new Set(pushes.map(({ host }) => host))].toSorted();
  const all = hosts.map((host) => {
    const sum = (...names: CountedPush["name"][]) =>
      pushes
        .filter((push) => push.host === host && names.includes(push.name))
        .reduce((total, { count }) => total + count, 0);
    const failed = sum("refused", "later", "unreachable");
    const answered = failed + sum("accepted", "gone");
    return {
      host,
      answered,
      failed,
      isFailing: answered >= leastAnswered && failed > answered * mostFailedShare,
    };
  });
  return all.filter(({ answered }) => answered > 0);
}

const vendors: Readonly<Record<string, string>> = {
  "fcm.googleapis.com": "Google’s push service",
  "updates.push.services.mozilla.com": "Mozilla’s push service",
  "web.push.apple.com": "Apple’s push service",
  text: "The service for text messages",
  email: "The mail server",
};

/** Who runs a push service, in words; its host where we do not know it. Pure. */
export function vendorInWords(host: string): string {
  return vendors[host] ?? host;
}
