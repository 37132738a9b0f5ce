import type { ReactElement } from "react";

export interface SignOut {
  /** A URL that takes a POST. */
  readonly action: string;
}

/** Signs out with a form post, so that it works without script and cannot be triggered by a link. */
export function SignOutForm({ action }: SignOut): ReactElement {
  return (
    <form action={action} method="post">
      <button className="app-header__sign-out" type="submit">
        Sign out
      </button>
    </form>
  );
}
