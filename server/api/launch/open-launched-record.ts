import type { Context } from "@/server/api/context";
import { recordProblemWords } from "@/server/vocabulary/record-problem";
import { Refusal } from "@/server/vocabulary/refusal";
import type { FoundNumber } from "@/server/vocabulary/wristband";

/**
 * The number of the patient who is open in the system from which Lantern was opened, and what that record says of them, to
 * be compared with the child. Nothing is asked of the register, and nothing kept. Refused with words that say what to do.
 */
export async function openLaunchedRecord(
  { service, launch }: Pick<Context, "service" | "launch">,
  answer: string,
): Promise<FoundNumber> {
  const { records, log } = service;
  if (launch === undefined || !records.isKnown(launch.iss))
    throw new Refusal("conflict", recordProblemWords["not-launched"]);

  const opened = await records.open(launch.iss, launch, new URLSearchParams(answer));
  if (opened.ok) return { kind: "number", nhsNumber: opened.nhsNumber, says: opened.says };
  if ("words" in opened) throw new Refusal("invalid", `${opened.words} Type the number.`);
  if ("refused" in opened) throw new Refusal("conflict", recordProblemWords.refused);
  log.warn({ iss: launch.iss, reason: opened.unavailable }, "a record system did not answer");
  throw new Refusal("unavailable", recordProblemWords["no-answer"]);
}
