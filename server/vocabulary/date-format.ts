/**
 * Writes dates in one way. The format is made when it is first wanted, and once: making one costs a telephone many
 * milliseconds, and a page of figures has hundreds of dates.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (instant: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (instant) => {
    format ??= new Intl.DateTimeFormat("en-GB", options);
    return format.format(instant);
  };
}
