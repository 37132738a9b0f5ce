import type { ReactElement } from "react";

/** Over every screen of practice, and it cannot scroll away: nobody may take one for the other. */
export function PracticeBanner(): ReactElement {
  return (
    <section className="practice-banner" aria-label="Practice">
      <PracticeWords />
      {/* A plain link: what is left is left whole. */}
      <a href="/check">Leave practice</a>
    </section>
  );
}

export function PracticeWords(): ReactElement {
  return (
    <p className="practice-banner__words">
      <strong>Practice.</strong> Nobody is told. These children are not real.
    </p>
  );
}
