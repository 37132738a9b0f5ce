"use client";

import type { ReactElement } from "react";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";
import { formatTime } from "@/server/vocabulary/london-time";

/** Beneath "could not check": whether this phone goes on asking by itself, and until when. */
export function KeptOrNot({ requestId }: { readonly requestId: string }): ReactElement {
  const { questions, answers } = useWaiting();
  const kept = questions.find((question) => question.requestId === requestId);

  if (answers.some((answer) => answer.requestId === requestId)) {
    return <p role="status">The answer has come since. Open it below.</p>;
  }
  if (kept === undefined) {
    return (
      <p role="status">
        This phone does not keep the question. Try again yourself when there is a signal, or ring.
      </p>
    );
  }
  return kept.state === "handed" ? (
    <p role="status">You handed it to control. This phone does not ask it again.</p>
  ) : (
    <p role="status">
      The question is kept on this phone. It is asked again by itself until {formatTime(kept.dropsAt)}; you
      need not stay here.
    </p>
  );
}
