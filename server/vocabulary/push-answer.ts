/**
 * What became of one notice, as far as the service that delivers it told us. `accepted` means that the service took it,
 * never that a phone showed it: only the phone's own receipt says that. Reasons are short, for logs and the operations page,
 * and carry no personal data, no subscription address and no key.
 */
export type PushAnswer =
  | {
      readonly kind: "accepted";
      readonly statusCode: number;
      readonly reason: string;
      /** The deliverer's own id of it, under which it reports later. */
      readonly deliveryId?: string;
    }
  /** The subscription no longer exists: the only answer that retires a device. */
  | { readonly kind: "gone"; readonly statusCode: number; readonly reason: string }
  /** This push will not succeed as it is, through our fault or theirs; without a status we never sent it. */
  | { readonly kind: "refused"; readonly statusCode?: number; readonly reason: string }
  /** The service is busy or broken: try again, not before `retryAfterSeconds` where it names a time. */
  | {
      readonly kind: "later";
      readonly statusCode: number;
      readonly retryAfterSeconds?: number;
      readonly reason: string;
    }
  /** No answer at all: time-out, DNS, TLS, or a broken connection. The push may or may not have arrived. */
  | { readonly kind: "unreachable"; readonly reason: string };
