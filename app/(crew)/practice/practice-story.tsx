"use client";

import { useState, type ReactElement } from "react";
import { PracticeVisit } from "./practice-visit";
import { AlertLines } from "@/app/(crew)/check/alert-lines";
import { Button } from "@/app/_ui/button";
import { stageAfter, storyAlerts, storyMeaning, type StoryStage } from "@/server/vocabulary/practice-story";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface PracticeStoryProps {
  readonly card: Extract<ResultCard, { answer: "held" }>;
  readonly onTaken: () => void;
}

/** What would become of the alert, step by step at one's own pace, and what a crew tells the authority meanwhile. */
export function PracticeStory({ card, onTaken }: PracticeStoryProps): ReactElement {
  const [stage, setStage] = useState<StoryStage>("raised");
  const next = stageAfter(stage);

  function goOn(): void {
    setStage(next ?? "raised");
    if (next === "taken") onTaken();
  }

  return (
    <>
      <AlertLines alerts={storyAlerts(card, stage)} isConnected hasEnded={false} />
      <p>{storyMeaning[stage]}</p>
      <Button type="button" big onClick={goOn}>
        {next === undefined ? "Tell it from the beginning" : "What happens next?"}
      </Button>
      <PracticeVisit askedAt={card.askedAt} isTaken={stage === "taken"} />
    </>
  );
}
