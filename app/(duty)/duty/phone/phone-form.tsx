"use client";

import { useEffect, useState, type ReactElement } from "react";
import {
  currentSubscription,
  pushFailureInWords,
  pushSupport,
  subscribe,
  unsubscribe,
} from "@/app/_pwa/enable-push";
import { trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

type PhoneState =
  | { readonly step: "looking" | "off" | "on" | "working" }
  | { readonly step: "trouble"; readonly message: string };

/** Turns alerts on and off for this phone, and says which it is. */
export function PhoneForm({ vapidPublicKey }: { readonly vapidPublicKey: string }): ReactElement {
  const [state, setState] = useState<PhoneState>({ step: "looking" });
  const become = (work: Promise<PhoneState>) => {
    setState({ step: "working" });
    void work.then(setState);
  };

  useEffect(() => {
    void present().then(setState);
  }, []);

  const isWorking = state.step === "working" || state.step === "looking";
  return (
    <>
      {state.step === "on" && <LiveLine tone="done">Alerts ring on this phone.</LiveLine>}
      {state.step === "off" && <LiveLine tone="problem">Alerts do not ring on this phone yet.</LiveLine>}
      {state.step === "trouble" && (
        <NotificationBanner tone="problem" title="Alerts do not ring on this phone">
          {state.message}
        </NotificationBanner>
      )}
      {state.step === "on" ? (
        <Button
          type="button"
          variant="secondary"
          big
          onClick={() => {
            become(turnOff());
          }}
        >
          Turn alerts off on this phone
        </Button>
      ) : (
        <Button
          type="button"
          big
          disabled={isWorking}
          onClick={() => {
            become(turnOn(vapidPublicKey));
          }}
        >
          {isWorking ? "One moment…" : "Turn alerts on"}
        </Button>
      )}
    </>
  );
}

async function present(): Promise<PhoneState> {
  const support = pushSupport();
  if (support !== "supported") return { step: "trouble", message: pushFailureInWords(support) };
  return (await currentSubscription()) === undefined ? { step: "off" } : { step: "on" };
}

async function turnOn(vapidPublicKey: string): Promise<PhoneState> {
  const subscribed = await subscribe(vapidPublicKey);
  if (!subscribed.ok) return { step: "trouble", message: subscribed.message };
  const parsed = PushSubscription.safeParse(subscribed.subscription);
  if (!parsed.success) return { step: "trouble", message: pushFailureInWords("unsupported") };
  try {
    await trpc.device.keep.mutate(parsed.data);
    return { step: "on" };
  } catch (error) {
    await unsubscribe();
    return {
      step: "trouble",
      message: error instanceof Error ? error.message : "The service did not answer.",
    };
  }
}

async function turnOff(): Promise<PhoneState> {
  const endpoint = (await currentSubscription())?.endpoint;
  await unsubscribe();
  if (endpoint !== undefined) await trpc.device.retire.mutate({ endpoint }).catch(() => undefined);
  return { step: "off" };
}
