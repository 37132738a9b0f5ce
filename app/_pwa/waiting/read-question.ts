import type { WaitingQuestion } from "./waiting-store";

/** The question in a text that was sealed; undefined where the text is none. Never throws: one bad text holds up no other. Pure. */
export function readQuestion(text: string): WaitingQuestion | undefined {
  const value = parsed(text);
  return isQuestion(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isQuestion(value: unknown): value is WaitingQuestion {
  if (typeof value !== "object" || value === null) return false;
  const asked: unknown = Reflect.get(value, "asked");
  if (typeof asked !== "object" || asked === null) return false;
  return (
    typeof Reflect.get(value, "requestId") === "string" && typeof Reflect.get(asked, "nhsNumber") === "string"
  );
}
