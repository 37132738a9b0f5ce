"use client";

import type { ReactElement } from "react";
import type { PracticeProgress } from "./use-practice-run";
import { Button } from "@/app/_ui/button";
import { DoneIcon } from "@/app/_ui/icons";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { isTaskDone, practiceTasks } from "@/server/vocabulary/practice-step";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface PracticeTasksProps {
  readonly mode: ResultCard["mode"];
  readonly progress: PracticeProgress;
}

/** What there is to practise, what is done of it, and that it is finished. */
export function PracticeTasks({ mode, progress }: PracticeTasksProps): ReactElement {
  const { steps, finishedAt, practisedAt, isUnrecorded } = progress;
  if (finishedAt !== null) return <Finished at={finishedAt} onAgain={progress.beginAgain} />;
  return (
    <section aria-labelledby="practice-tasks">
      <h2 className="nhsuk-heading-m" id="practice-tasks">
        What to practise
      </h2>
      <ol className="practice-tasks">
        {practiceTasks(mode).map((task) => (
          <li key={task.words} className={isTaskDone(task, steps) ? "practice-tasks__done" : undefined}>
            {isTaskDone(task, steps) && <DoneIcon />}
            {isTaskDone(task, steps) && <strong>Done: </strong>}
            {task.words}
          </li>
        ))}
      </ol>
      {isUnrecorded && (
        <NotificationBanner tone="problem" title="Not on record yet">
          <p>What you have done is not on record: no answer came. Look at your signal.</p>
          <Button type="button" variant="secondary" onClick={progress.recordAgain}>
            Record it now
          </Button>
        </NotificationBanner>
      )}
      {practisedAt !== null && (
        <p className="nhsuk-hint">You last practised on {formatDateTime(practisedAt)}.</p>
      )}
    </section>
  );
}

interface FinishedProps {
  readonly at: Date;
  readonly onAgain: () => void;
}

function Finished({ at, onAgain }: FinishedProps): ReactElement {
  return (
    <NotificationBanner tone="success" title="You have practised">
      <p>
        On {formatDateTime(at)}. It is on record that you have; of the children there is nothing to record.
      </p>
      <Button type="button" variant="secondary" onClick={onAgain}>
        Practise again
      </Button>
    </NotificationBanner>
  );
}
