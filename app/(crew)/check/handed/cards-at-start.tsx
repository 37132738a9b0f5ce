import type { ReactElement } from "react";
import { WaitingStrip } from "./waiting-strip";
import { caller } from "@/app/_trpc/server";

/** Whether a card waits, as the page is made, so that nothing moves under a thumb. The number pad never fails for it. */
export async function CardsAtStart(): Promise<ReactElement> {
  const cards = await (await caller()).handedCard.waiting().catch(() => []);
  const count = cards.filter(({ openedAt }) => openedAt === null).length;
  return <WaitingStrip key={count} atStart={count} />;
}
