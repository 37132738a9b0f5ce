import { registerHasChanged } from "@/server/domain/lookup/register-has-changed";
import { askAboutChild, type Asked, type Question } from "@/server/standards/ask-about-child";
import { askOnRecord, type Answered } from "@/server/standards/fhir/ask-on-record";
import type { Fault } from "@/server/standards/fhir/fault";
import type { StandardsService } from "@/server/standards/standards-service";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { RequestId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** Of what is told, which always has a reference of its own. */
export type ToldQuestion = Question & { readonly requestId: RequestId };

/** A child comes on a plan and leaves it less often than that while one thing is being told. */
const mostChanges = 4;

/**
 * Asks for whoever tells something and sends it again: it is one look until the register has changed. Known now and not when
 * it was first sent, or the other way, is news, and a look of its own; sent once more, it is that one. What is refused is on
 * record.
 */
export function askAnew(service: StandardsService, question: ToldQuestion): Promise<Answered | Fault> {
  return askOnRecord(service, question, () => askAfterChanges(service, question, 0));
}

async function askAfterChanges(
  service: StandardsService,
  question: ToldQuestion,
  changes: number,
): Promise<Asked> {
  const requestId =
    changes === 0 ? question.requestId : RequestId.parse(uuidOfParts("again", question.requestId, changes));
  try {
    return await askAboutChild(service, { ...question, requestId });
  } catch (cause) {
    const hasChanged = cause instanceof Refusal && cause.message === registerHasChanged;
    if (!hasChanged || changes === mostChanges) throw cause;
    return askAfterChanges(service, question, changes + 1);
  }
}
