"use client";

import type { ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";

interface ContactFormProps {
  readonly channel: "text" | "email";
}

const wordsOf = {
  text: { label: "Mobile number", button: "Add the number", type: "tel", autoComplete: "tel" },
  email: { label: "E-mail address", button: "Add the address", type: "email", autoComplete: "email" },
} as const;

/** One more way to be told. */
export function ContactForm({ channel }: ContactFormProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const { label, button, type, autoComplete } = wordsOf[channel];

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const address = new FormData(form).get("address");
        if (typeof address !== "string") return;
        void run(() => trpc.device.keepContact.mutate({ channel, address })).then((isKept) => {
          if (isKept) form.reset();
        });
      }}
    >
      <TextField
        id={`contact-${channel}`}
        name="address"
        label={label}
        error={problem}
        type={type}
        autoComplete={autoComplete}
        maxLength={300}
      />
      <Button variant="secondary" disabled={isBusy}>
        {button}
      </Button>
    </form>
  );
}
