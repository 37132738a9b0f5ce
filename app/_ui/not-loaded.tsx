import type { ReactElement } from "react";
import { Button } from "./button";

interface NotLoadedProps {
  /** At the beginning of a sentence. */
  readonly what: string;
  readonly onTryAgain: () => void;
}

/** A part of the page that did not come. What else is on the page still holds. */
export function NotLoaded({ what, onTryAgain }: NotLoadedProps): ReactElement {
  return (
    <div role="alert">
      <p>
        <strong>{what} could not be loaded.</strong> Look at your signal and try again. Everything else on
        this page still holds.
      </p>
      <Button type="button" variant="secondary" onClick={onTryAgain}>
        Try again
      </Button>
    </div>
  );
}
