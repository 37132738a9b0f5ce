"use client";

import { useEffect, useState, type ReactElement, type SubmitEvent } from "react";
import { LockIsOn } from "./lock-is-on";
import { keepPhoneLock, readPhoneLock, type PhoneLock } from "./lock-store";
import { complaintAboutPin } from "./pin";
import { onPhoneNews } from "@/app/_pwa/phone/phone-news";
import { Button } from "@/app/_ui/button";
import { textOf } from "@/app/_ui/form-text";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";

const minutes = ["1", "2", "5"];

/** Sets the PIN where there is none; says so and takes it away where there is one. */
export function LockForm(): ReactElement {
  const lock = usePhoneLock();
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);

  async function save(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isSaving) return;
    const form = new FormData(event.currentTarget);
    const [pin, again] = [textOf(form, "newPin"), textOf(form, "samePin")];
    const complaint =
      complaintAboutPin(pin) ?? (pin === again ? undefined : "The two PINs are not the same.");
    setProblem(complaint);
    if (complaint !== undefined) return;
    setIsSaving(true);
    await keepPhoneLock(pin, Number(textOf(form, "after")) * 60_000).catch(() => {
      setProblem("This phone could not keep the PIN: its storage is full or shut.");
    });
    setIsSaving(false);
  }

  if (lock !== undefined) return <LockIsOn lock={lock} />;
  return (
    <form className="pin-form" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        id="newPin"
        name="newPin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        label="Choose a PIN"
        hint="4 to 6 digits"
        error={problem}
      />
      <TextField
        id="samePin"
        name="samePin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        label="The same PIN again"
      />
      <RadioField
        name="after"
        question="Lock after how long without a touch?"
        choices={minutes.map((value) => ({ value, label: value === "1" ? "1 minute" : `${value} minutes` }))}
        chosen="2"
      />
      <Button big disabled={isSaving}>
        {isSaving ? "Turning on…" : "Turn the lock on"}
      </Button>
    </form>
  );
}

function usePhoneLock(): PhoneLock | undefined {
  const [lock, setLock] = useState<PhoneLock>();
  useEffect(() => {
    const read = (): void => {
      void readPhoneLock().then(setLock, () => undefined);
    };
    read();
    return onPhoneNews(read);
  }, []);
  return lock;
}
