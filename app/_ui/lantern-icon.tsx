import type { ReactElement } from "react";
import { Icon } from "./icon";

/** The lantern of the service's name. */
export function LanternIcon(): ReactElement {
  return (
    <Icon>
      <path d="M16 12a8 8 0 0 1 16 0" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M12 12h24l-3 6H15zM13 38h22v6H13z" fill="currentColor" />
      <path d="M15 18h18l2 20H13z" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M24 21c4 5 5 7 5 10a5 5 0 0 1-10 0c0-3 1-5 5-10z" fill="#ffb81c" />
    </Icon>
  );
}
