import type { ReactElement } from "react";
import { Button } from "@/app/_ui/button";
import { PageTitle } from "@/app/_ui/page-title";

/** While a card is on its way. Whoever does not want to wait for it goes on with another number. */
export function OpeningCard({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  return (
    <>
      <PageTitle>Opening the card…</PageTitle>
      <Button type="button" variant="secondary" big onClick={onLeave}>
        Do not wait
      </Button>
    </>
  );
}
