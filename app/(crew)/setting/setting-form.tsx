"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactElement, type SubmitEvent } from "react";
import { trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { RadioField } from "@/app/_ui/radio-field";
import { CareSettingId } from "@/server/vocabulary/ids";

interface SettingFormProps {
  readonly settings: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | undefined;
}

/** Chosen once a shift; every check says where it was made from. */
export function SettingForm({ settings, chosen }: SettingFormProps): ReactElement {
  const router = useRouter();
  const [problem, setProblem] = useState<FieldProblem>();
  const [isSaving, setIsSaving] = useState(false);

  async function save(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const parsed = CareSettingId.safeParse(new FormData(event.currentTarget).get("setting"));
    if (!parsed.success) {
      setProblem({ fieldId: "setting", message: "Choose where you work." });
      return;
    }
    setIsSaving(true);
    try {
      await trpc.session.chooseSetting.mutate({ careSettingId: parsed.data });
      router.push("/check");
    } catch {
      setProblem({ fieldId: "setting", message: "This could not be saved. Try again." });
      setIsSaving(false);
    }
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
        error={problem?.message}
      />
      <Button big disabled={isSaving}>
        {isSaving ? "Saving…" : "Go on"}
      </Button>
    </form>
  );
}
