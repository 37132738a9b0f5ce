import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { recordProblems, recordProblemWords, type RecordOutcome } from "@/server/vocabulary/record-problem";

/** The service asks the other system three times, five seconds each at the most. */
const patienceMilliseconds = 20_000;

/** The patient who is open in the other system, by what it sent along. Never throws, and never guesses. */
export async function askRecord(sent: string): Promise<RecordOutcome> {
  const named = new URLSearchParams(sent).get("problem");
  const problem = recordProblems.find((known) => known === named);
  if (problem !== undefined) return { kind: "no-patient", message: recordProblemWords[problem] };
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    return await trpc.person.inRecord.mutate({ answer: sent }, { signal });
  } catch (error) {
    const isSaid = isProcedureError(error) && error.data !== undefined;
    return { kind: "no-patient", message: isSaid ? error.message : noAnswer };
  }
}

/** The phone has heard nothing, so that nothing is known about the other system either. */
const noAnswer =
  "No answer came. Look at your signal. Type the number, or open Lantern from the record again.";
