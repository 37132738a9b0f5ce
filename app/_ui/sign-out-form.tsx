import type { ReactElement } from "react";

export interface SignOut {
  /** A URL that takes a POST, or a server action. */
  readonly action: string | ((form: FormData) => Promise<void>);
  readonly csrfToken?: string | undefined;
}

/** Signs out with a form post, so that it works without script and cannot be triggered by a link. */
export function SignOutForm({ action, csrfToken }: SignOut): ReactElement {
  return (
    <form action={action} {...(typeof action === "string" ? { method: "post" } : {})}>
      {csrfToken !== undefined && <input type="hidden" name="csrfToken" value={csrfToken} />}
      <button className="app-header__sign-out" type="submit">
        Sign out
      </button>
    </form>
  );
}
