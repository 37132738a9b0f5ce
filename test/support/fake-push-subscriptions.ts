import { randomBytes } from "node:crypto";
import type { ReceiverKeys } from "@/test/support/fake-push-encryption";

/** How the service is told to reply: with a status, by silence, or by breaking the connection off. */
export type FakeAnswer = "hang" | "reset" | FakeReply;
export type FakeReply = {
  readonly status: number;
  /** Seconds or an HTTP date. */
  readonly retryAfter?: string;
  readonly body?: string;
  /** Sends status and body, but never ends. */
  readonly isEndless?: boolean;
};

export type AcceptedPush = { readonly body: Buffer; readonly topic?: string; readonly ttlSeconds: number };

/** Who holds the keys: this service itself, or a browser that is reached through its own connection. */
export type FakeReceiver =
  | { readonly kind: "own"; readonly keys: ReceiverKeys }
  | { readonly kind: "browser"; readonly pass: (push: AcceptedPush) => void };

export type FakeSubscription = {
  readonly endpoint: string;
  readonly receiver: FakeReceiver;
  /** The one sender that may use it (RFC 8292, section 4); any sender when absent. */
  readonly applicationServerKey?: string;
};

const CREATED: FakeAnswer = { status: 201 };

/** The subscriptions that one fake service knows, and what it will answer to each of them. */
export class FakeSubscriptions {
  readonly #known = new Map<string, FakeSubscription>();
  readonly #answers = new Map<string, FakeAnswer[]>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  add(receiver: FakeReceiver, applicationServerKey?: string): FakeSubscription {
    const endpoint = `${this.#origin}/push/${randomBytes(24).toString("base64url")}`;
    const subscription = { endpoint, receiver, ...(applicationServerKey && { applicationServerKey }) };
    this.#known.set(endpoint, subscription);
    return subscription;
  }

  remove(endpoint: string): void {
    this.#known.delete(endpoint);
  }

  find(endpoint: string): FakeSubscription | undefined {
    return this.#known.get(endpoint);
  }

  /** The answers to come, in order; the last one stays. */
  script(endpoint: string, answers: readonly FakeAnswer[]): void {
    this.#answers.set(endpoint, [...answers]);
  }

  nextAnswer(endpoint: string): FakeAnswer {
    const answers = this.#answers.get(endpoint) ?? [];
    const [answer = CREATED] = answers.length > 1 ? answers.splice(0, 1) : answers;
    return answer;
  }
}
