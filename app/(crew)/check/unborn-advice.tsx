import type { ReactElement } from "react";

/** What to do for a woman whose unborn child is on a plan, in the order in which it comes. */
export function UnbornAdvice({ isPastDue }: { readonly isPastDue: boolean }): ReactElement {
  return (
    <section aria-label="For the unborn child" className="mb-6">
      <h3 className="nhsuk-heading-s">Do this now</h3>
      <ul>
        {isPastDue && (
          <li>
            Ask whether the baby is born, and where the baby is. The baby has an NHS number of their own:
            check that too.
          </li>
        )}
        <li>Ring the number above. Tell the social worker that she is here.</li>
        <li>Ask who is with her. If you can, ask her alone.</li>
      </ul>
      <h3 className="nhsuk-heading-s">When the baby is born</h3>
      <ul>
        <li>
          Tell the authority at once: that the baby is born, girl or boy, at what time, and the baby’s NHS
          number as soon as there is one.
        </li>
        <li>Mother and baby do not leave before you know the plan for discharge.</li>
        <li>The pre-birth plan is in the maternity record. Read it.</li>
      </ul>
    </section>
  );
}
