"use client";

import type { ReactElement } from "react";
import { MessageForm } from "./message-form";
import { useMarking } from "./use-marking";
import type { Message } from "@/server/domain/alert/messages/read-messages";
import type { AlertId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

interface ConversationProps {
  readonly alertId: AlertId;
  /** Whom one writes to: "the crew", or an authority's name. */
  readonly partner: string;
  /** On whose side this screen is. */
  readonly side: "crew" | "duty";
  readonly messages: readonly Message[];
}

/** What both sides of an alert write to each other, and a way to write more. */
export function Conversation({ alertId, partner, side, messages }: ConversationProps): ReactElement {
  useMarking(alertId, messages.filter((message) => message.side !== side && message.readAt === null).length);
  const title = `Messages with ${partner}`;

  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <ol className="conversation" aria-live="polite">
        {messages.map((message) => (
          <li
            key={message.messageId}
            className={`conversation__message conversation__message--${message.side === side ? "own" : "other"}`}
          >
            <p className="conversation__who">
              {message.isOwn ? "You" : message.personName}, {formatTime(message.sentAt)}
            </p>
            <p className="conversation__body">{message.body}</p>
            {message.side === side && <p className="conversation__state">{stateOf(message)}</p>}
          </li>
        ))}
      </ol>
      <MessageForm alertId={alertId} side={side} />
    </section>
  );
}

function stateOf({ deliveredAt, readAt }: Message): string {
  if (readAt !== null) return `Read ${formatTime(readAt)}`;
  return deliveredAt === null ? "Sent" : `On their screen ${formatTime(deliveredAt)}`;
}
