"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, type ReactElement } from "react";
import { ProvePhone } from "./prove-phone";
import { checkPhone, keepOnRecord, type PhoneStanding } from "@/app/_pwa/check-phone";
import {
  currentSubscription,
  pushFailureInWords,
  pushSupport,
  subscribe,
  unsubscribe,
} from "@/app/_pwa/enable-push";
import { keepPhone, keptPhone } from "@/app/_pwa/kept-phone";
import { trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { OwnDevice } from "@/server/domain/push/list-devices";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

type PhoneState =
  | { readonly step: "looking" | "off" | "lost" | "on" | "working" }
  | { readonly step: "trouble"; readonly message: string };

interface PhoneFormProps {
  readonly vapidPublicKey: string;
  /** The person's own, this phone among them once alerts are on. */
  readonly devices: readonly OwnDevice[];
}

/** Turns alerts on and off for this phone, says which it is, and has it prove that it shows them. */
export function PhoneForm({ vapidPublicKey, devices }: PhoneFormProps): ReactElement {
  const router = useRouter();
  const [state, setState] = useState<PhoneState>({ step: "looking" });
  const become = (work: Promise<PhoneState>) => {
    setState({ step: "working" });
    void work.then((next) => {
      setState(next);
      router.refresh();
    });
  };

  useEffect(() => {
    void present().then((next) => {
      setState(next);
      router.refresh();
    });
  }, [router]);

  if (state.step === "on") {
    const device = devices.find(({ deviceId }) => deviceId === keptPhone());
    return (
      <>
        <LiveLine tone="done">Alerts ring on this phone.</LiveLine>
        {device !== undefined && <ProvePhone device={device} />}
        <Button
          type="button"
          variant="secondary"
          onClick={() => {
            become(turnOff());
          }}
        >
          Turn alerts off on this phone
        </Button>
      </>
    );
  }
  const isWorking = state.step === "working" || state.step === "looking";
  return (
    <>
      <WhyNot state={state} />
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
    </>
  );
}

function WhyNot({ state }: { readonly state: PhoneState }): ReactElement | null {
  switch (state.step) {
    case "off":
      return <LiveLine tone="problem">Alerts do not ring on this phone yet.</LiveLine>;
    case "lost":
      return <LiveLine tone="problem">Alerts do not ring on this phone any more: it has lost them.</LiveLine>;
    case "trouble":
      return (
        <NotificationBanner tone="problem" title="Alerts do not ring on this phone">
          {state.message}
        </NotificationBanner>
      );
    case "looking":
    case "working":
    case "on":
      return null;
  }
}

/** The same as at every launch, and why alerts cannot ring where they cannot. */
async function present(): Promise<PhoneState> {
  const standing = await checkPhone();
  const support = pushSupport();
  if (support !== "supported") return { step: "trouble", message: pushFailureInWords(support) };
  return stateOf(standing);
}

async function stateOf(standing: PhoneStanding): Promise<PhoneState> {
  if (standing !== "unknown") return { step: standing };
  // The service did not answer: what the browser says is the best that there is.
  return { step: (await currentSubscription()) === undefined ? "off" : "on" };
}

async function turnOn(vapidPublicKey: string): Promise<PhoneState> {
  const subscribed = await subscribe(vapidPublicKey);
  if (!subscribed.ok) return { step: "trouble", message: subscribed.message };
  const parsed = PushSubscription.safeParse(subscribed.subscription);
  if (!parsed.success) return { step: "trouble", message: pushFailureInWords("unsupported") };
  try {
    return { step: await keepOnRecord(parsed.data) };
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
  keepPhone(undefined);
  if (endpoint !== undefined) await trpc.device.retire.mutate({ endpoint }).catch(() => undefined);
  return { step: "off" };
}
