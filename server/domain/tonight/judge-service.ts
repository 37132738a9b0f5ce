import type { ServiceFacts } from "@/server/domain/tonight/facts";
import { inOrder, type Finding, type Way } from "@/server/domain/tonight/finding";
import { vendorInWords, vendorsOf, type Vendor } from "@/server/domain/tonight/vendors";

/** What whoever asks can do about what holds for every authority at once. */
export interface ServiceDeeds {
  /** Where pushes do not arrive. */
  readonly silent: { readonly todo: string; readonly ways: readonly Way[] };
  /** Where who carries them fails. */
  readonly failing: readonly Way[];
}

/** What holds for every authority at once. Pure. */
export function judgeService({ delivery, pushes }: ServiceFacts, deeds: ServiceDeeds): readonly Finding[] {
  const silent: Finding = delivery.isSilent
    ? {
        kind: "delivery-silent",
        level: "bad",
        what: `Alerts may not be reaching phones: ${delivery.line}.`,
        ...deeds.silent,
      }
    : {
        kind: "delivery-silent",
        level: "fine",
        what: `Pushes arrive: ${delivery.line}.`,
        todo: "",
        ways: [],
      };
  const failing = vendorsOf(pushes).filter(({ isFailing }) => isFailing);
  return inOrder([silent, ...failing.map((vendor) => failed(vendor, deeds.failing))]);
}

function failed({ host, failed: count, answered }: Vendor, ways: readonly Way[]): Finding {
  const { sent, todo } = carried[host] ?? byPush;
  const what = `${vendorInWords(host)} failed with ${String(count)} of ${String(answered)} ${sent} of the last hour.`;
  return { kind: "vendor-failing", level: "bad", what, todo, ways };
}

const byPush = {
  sent: "pushes",
  todo: "See that everybody on call can be told in another way besides.",
};
const onPhone = "See that everybody on call has a phone that takes alerts.";
/** What is sent where no push service carries it, and what helps when that fails. */
const carried: Readonly<Record<string, typeof byPush>> = {
  text: { sent: "text messages", todo: onPhone },
  email: { sent: "e-mails", todo: onPhone },
};
