import type { ButtonHTMLAttributes, ReactElement } from "react";
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "warning";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  /** Full width and tall: the one thing to do on a phone page. */
  readonly big?: boolean;
}

/** An NHS button. Submits its form unless told otherwise. */
export function Button({ variant = "primary", big = false, className, ...rest }: ButtonProps): ReactElement {
  return <button type="submit" {...rest} className={classNames(buttonClass(variant, big), className)} />;
}

/** The class names of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant, big: boolean): string {
  return classNames(
    "nhsuk-button",
    variant !== "primary" && `nhsuk-button--${variant}`,
    big && "button--big",
  );
}
