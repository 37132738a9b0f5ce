"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactElement, type SubmitEvent } from "react";
import { trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";
import { CallSign } from "@/server/vocabulary/call-sign";
import { CareSettingId } from "@/server/vocabulary/ids";
import { startPath } from "@/server/vocabulary/record-problem";

interface SettingFormProps {
  readonly settings: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | undefined;
  /** Where to go on once it is saved. */
  readonly nextPath: string;
  /** Of the vehicle that the person is on, null for none; undefined for those who are never on one. */
  readonly callSign: string | null | undefined;
}

/** Chosen once a shift; every check says where it was made from, and control finds a crew by its call sign. */
export function SettingForm({ settings, chosen, nextPath, callSign }: SettingFormProps): ReactElement {
  const router = useRouter();
  const [problem, setProblem] = useState<FieldProblem>();
  const [isSaving, setIsSaving] = useState(false);

  async function save(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const chosenNow = readForm(new FormData(event.currentTarget));
    if ("fieldId" in chosenNow) {
      setProblem(chosenNow);
      return;
    }
    setIsSaving(true);
    try {
      await trpc.session.chooseSetting.mutate({ careSettingId: chosenNow.careSettingId });
      await keepCallSign(chosenNow.callSign);
      // That is no page of ours but a way to another system, on which only the browser itself can go.
      if (nextPath.startsWith(`${startPath}?`)) window.location.assign(nextPath);
      else router.push(nextPath);
    } catch {
      setProblem({ fieldId: "setting", message: "This could not be saved. Try again." });
      setIsSaving(false);
    }
  }

  /** Said again at each change of setting, so that it holds for another 12 hours. */
  async function keepCallSign(next: CallSign | null): Promise<void> {
    if (callSign === undefined || (next === null && callSign === null)) return;
    await trpc.handedCard.chooseCallSign.mutate({ callSign: next });
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      {problem !== undefined && <ErrorSummary problems={[problem]} />}
      <RadioField
        name="setting"
        question="Setting"
        hint="The authority sees this with every check you make"
        choices={settings.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={chosen}
        error={problem?.fieldId === "setting" ? problem.message : undefined}
      />
      {callSign !== undefined && (
        <TextField
          id="callSign"
          name="callSign"
          label="Call sign of your vehicle"
          hint="By it control hands you a card. It holds for 12 hours, or until you sign out. Leave it empty if you are on none."
          className="nhsuk-input--width-10"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          defaultValue={callSign ?? ""}
          error={problem?.fieldId === "callSign" ? problem.message : undefined}
        />
      )}
      <Button big disabled={isSaving}>
        {isSaving ? "Saving…" : "Go on"}
      </Button>
    </form>
  );
}

interface Chosen {
  readonly careSettingId: CareSettingId;
  readonly callSign: CallSign | null;
}

/** What was chosen, or what is wrong with it. */
function readForm(form: FormData): Chosen | FieldProblem {
  const setting = CareSettingId.safeParse(form.get("setting"));
  if (!setting.success) return { fieldId: "setting", message: "Choose where you work." };

  const typed = form.get("callSign");
  if (typed === null || typed === "") return { careSettingId: setting.data, callSign: null };
  const sign = CallSign.safeParse(typed);
  if (sign.success) return { careSettingId: setting.data, callSign: sign.data };
  return { fieldId: "callSign", message: sign.error.issues[0]?.message ?? "Enter the call sign." };
}
