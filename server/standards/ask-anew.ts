import { registerHasChanged } from "@/server/domain/lookup/register-has-changed";
import { askAboutChild, type Asked, type Question } from "@/server/standards/ask-about-child";
import type { StandardsService } from "@/server/standards/standards-service";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { RequestId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** A child comes on a plan and leaves it less often than that while one thing is being told. */
const mostChanges = 4;

/**
 * Asks for whoever tells something and sends it again: it is one look until the register has changed. Known now and not when
 * it was first sent, or the other way, is news, and a look of its own; sent once more, it is that one.
 */
export async function askAnew(service: StandardsService, question: Question): Promise<Asked> {
  const { requestId } = question;
  for (let changes = 0; ; changes += 1) {
    const isFirst = changes === 0 || requestId === undefined;
    const own = isFirst ? question : { ...question, requestId: afterChanges(requestId, changes) };
    try {
      return await askAboutChild(service, own);
    } catch (cause) {
      const hasChanged = cause instanceof Refusal && cause.message === registerHasChanged;
      if (!hasChanged || changes === mostChanges) throw cause;
    }
  }
}

function afterChanges(requestId: RequestId, changes: number): RequestId {
  return RequestId.parse(uuidOfParts("again", requestId, changes));
}
