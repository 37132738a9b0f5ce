import type { ReactElement } from "react";
import { cutInWords } from "./cut-in-words";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import { periodLengthNames, periodLengths, type PeriodRequest } from "@/server/vocabulary/period";

interface PeriodPickerProps {
  /** Undefined where what was asked could not be read: the fields are open to put it right. */
  readonly asked: PeriodRequest | undefined;
  /** The days that are shown, which the two fields begin with. */
  readonly from: string;
  readonly to: string;
  /** The page whose period it is. */
  readonly action: string;
  /** What else the address of the page says, and goes on to say. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** Plain forms: the period is in the address, so that it can be kept and sent to a colleague. Says where fewer days are shown. */
export function PeriodPicker(props: PeriodPickerProps): ReactElement {
  const { asked, from, to, action, keep = {} } = props;
  const length = asked && "days" in asked ? asked.days : undefined;
  const cut = asked && cutInWords(asked, { from, to });
  return (
    <section className="period" aria-label="Period">
      {cut !== undefined && <p className="nhsuk-inset-text">{cut}</p>}
      <form className="period__lengths" method="get" action={action}>
        <Kept keep={keep} />
        {periodLengths.map((days) => (
          <Button
            key={days}
            variant={days === length ? "primary" : "secondary"}
            aria-current={days === length ? "true" : undefined}
            name="days"
            value={days}
          >
            {periodLengthNames[days]}
          </Button>
        ))}
      </form>
      <details className="nhsuk-details" open={length === undefined || cut !== undefined}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Other dates</span>
        </summary>
        <form className="nhsuk-details__text period__dates" method="get" action={action}>
          <Kept keep={keep} />
          <TextField id="from" name="from" type="date" label="First day" defaultValue={from} required />
          <TextField id="to" name="to" type="date" label="Last day" defaultValue={to} required />
          <Button variant="secondary">Show these days</Button>
        </form>
      </details>
    </section>
  );
}

function Kept({ keep }: { readonly keep: Readonly<Record<string, string>> }): ReactElement {
  return (
    <>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
