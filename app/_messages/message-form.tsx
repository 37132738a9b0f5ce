"use client";

import { useId, useState, type ReactElement } from "react";
import { readySentences } from "./ready-sentences";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { freshRequestId } from "@/server/vocabulary/fresh-id";
import type { AlertId } from "@/server/vocabulary/ids";

interface MessageFormProps {
  readonly alertId: AlertId;
  readonly side: "crew" | "duty";
}

const mostCharacters = 500;

/** A ready-made sentence in one tap, or one's own words. */
export function MessageForm({ alertId, side }: MessageFormProps): ReactElement {
  const id = useId();
  const { run, isBusy, problem } = useAction();
  const [body, setBody] = useState("");
  // Kept until it is sent: tried again after a lost answer, it is the same message.
  const [requestId, setRequestId] = useState(freshRequestId);

  async function send(text: string): Promise<void> {
    const isSent = await run(() => trpc.message.send.mutate({ alertId, requestId, body: text }));
    if (!isSent) return;
    setRequestId(freshRequestId());
    setBody("");
  }

  return (
    <>
      <div className="flex flex-wrap gap-2 mb-4" role="group" aria-label="Ready-made sentences">
        {readySentences[side].map((sentence) => (
          <button
            key={sentence}
            type="button"
            className="sentence"
            disabled={isBusy}
            onClick={() => void send(sentence)}
          >
            {sentence}
          </button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(body);
        }}
      >
        <Field
          id={id}
          label="Your own words"
          hint={`Up to ${String(mostCharacters)} characters. Both sides can read it, and it stays on record.`}
          error={problem}
        >
          {(control) => (
            <textarea
              {...control}
              className="nhsuk-textarea"
              rows={3}
              maxLength={mostCharacters}
              value={body}
              onChange={(event) => {
                setBody(event.target.value);
              }}
            />
          )}
        </Field>
        <Button variant="secondary" disabled={isBusy || body.trim() === ""}>
          Send message
        </Button>
      </form>
    </>
  );
}
