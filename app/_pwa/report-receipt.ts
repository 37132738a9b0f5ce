export type Milestone = "shown" | "opened";

const WAITS_MS = [0, 1_000, 4_000, 15_000];

/**
 * Tells the service that a push was shown or opened. Tries a few times, because phones wake up before their
 * network does; gives up quietly, because the alert climbs its ladder whether or not this arrives. Sends no
 * cookies: the token is the right, and a receipt must not keep a session alive.
 */
export async function reportReceipt(receipt: string | undefined, milestone: Milestone): Promise<void> {
  if (receipt === undefined) return;
  for (const wait of WAITS_MS) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (await isDelivered(JSON.stringify({ receipt, milestone }))) return;
  }
}

/** True as well when the service refuses: a token it does not know gets no better by repeating it. */
async function isDelivered(body: string): Promise<boolean> {
  try {
    const answer = await fetch("/api/push/receipts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      credentials: "omit",
      keepalive: true,
    });
    return answer.status < 500 && answer.status !== 429;
  } catch {
    return false;
  }
}
