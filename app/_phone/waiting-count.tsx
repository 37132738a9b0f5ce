"use client";

import type { ReactElement } from "react";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";

/** In the head of every page: how many questions wait, and that an answer is there. Never about whom. */
export function WaitingCount(): ReactElement {
  const { questions, answers } = useWaiting();
  const waiting = questions.filter(({ state }) => state === "waiting").length;
  const words = answers.length > 0 ? "An answer is there" : `${String(waiting)} waiting`;
  return (
    <span role="status">
      {waiting + answers.length > 0 && (
        // A plain link: where there is no signal, the page for that has the same list.
        <a className="app-header__waiting" href="/check">
          {words}
        </a>
      )}
    </span>
  );
}
