"use client";

import { useRef, useState, type ReactElement, type ReactNode } from "react";
import { BandPanel } from "./band-panel";
import { ScannerPart } from "./scanner-part";
import { useEarlyTaps } from "./use-early-taps";
import { useClearing } from "@/app/(crew)/check/use-clearing";
import { useWhenLocked } from "@/app/_lock/use-when-locked";
import { Button } from "@/app/_ui/button";
import { ScanIcon } from "@/app/_ui/icons";
import { NhsNumberPad } from "@/app/_ui/nhs-number-pad";
import { isPlainNumber, tidyNhsNumber, ungroup } from "@/app/_ui/nhs-number-text";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import type { NumberSource } from "@/server/vocabulary/number-source";
import type { RecordOutcome } from "@/server/vocabulary/record-problem";
import { readWristband, type FoundNumber } from "@/server/vocabulary/wristband";

interface Entered {
  readonly text: string;
  readonly source: NumberSource;
  /** What the band or the record says, until the number is changed. It leaves neither this page nor the phone. */
  readonly band?: FoundNumber;
  /** Why there is no number now. */
  readonly notice?: string;
}

interface NumberEntryProps {
  readonly isChecking: boolean;
  /** Asks for the patient who is open in another system, where Lantern was opened from there. */
  readonly opener?: ((take: (outcome: RecordOutcome) => void) => ReactNode) | undefined;
  /** What has to stay in sight while the camera covers the page. */
  readonly aboveScanner?: ReactNode;
}

/** The number of the child, typed, pasted, scanned or taken over from a record, and the button that asks. Posts `nhsNumber` and `numberSource`. */
export function NumberEntry({ isChecking, opener, aboveScanner }: NumberEntryProps): ReactElement {
  const [entered, setEntered] = useState<Entered>({ text: "", source: "typed" });
  const [isScanning, setIsScanning] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const { text, source, band, notice } = entered;

  useEarlyTaps(root, {
    onText: (early) => setEntered({ text: tidyNhsNumber(early), source: "typed" }),
    onScan: () => setIsScanning(true),
  });

  // As a card does: what a band or a record said is not there any more when the phone is taken up again.
  const forget = () => setEntered({ text: "", source: "typed" });
  useClearing(band === undefined ? undefined : bandLifeMilliseconds, forget);
  useWhenLocked(() => {
    if (band !== undefined) forget();
  });

  function take(found: FoundNumber, by: NumberSource): void {
    setIsScanning(false);
    setEntered({ text: formatNhsNumber(found.nhsNumber), source: by, band: found });
  }

  /** A number that comes while another is being asked is of nobody who is asked about. */
  function takeScanned(found: FoundNumber): void {
    if (isScanning && !isChecking) take(found, "scanned");
  }

  /** Whoever types or scans meanwhile, or has been told something, goes on with that: no child takes another's place. */
  function takeFromRecord(outcome: RecordOutcome): void {
    if (text !== "" || isScanning || notice !== undefined) return;
    if (outcome.kind === "number") take(outcome, "system");
    else setEntered({ text: "", source: "typed", notice: outcome.message });
  }

  /** What was pasted, or typed by a scanner that is paired like a keyboard. A plain number is the field's own business. */
  function takeLongText(long: string): boolean {
    const read = readWristband(ungroup(long));
    if (isPlainNumber(long) || read.kind === "no-number") return false;
    if (read.kind === "number") take(read, "pasted");
    else setEntered({ text: tidyNhsNumber(read.digits ?? ""), source: "pasted", notice: read.message });
    return true;
  }

  return (
    <div ref={root} data-early="waiting" suppressHydrationWarning>
      {notice !== undefined && (
        <NotificationBanner tone="problem" title="Nothing was checked">
          {notice}
        </NotificationBanner>
      )}
      {opener?.(takeFromRecord)}
      <NhsNumberPad
        text={text}
        onText={(next, by) => setEntered({ text: next, source: by === "paste" ? "pasted" : "typed" })}
        onLongText={takeLongText}
        hasKeys={band === undefined}
      />
      <input type="hidden" name="numberSource" value={source} />
      {band === undefined ? (
        <>
          <Button big className="number-pad__check" disabled={isChecking} aria-disabled={isChecking}>
            {isChecking ? "Checking…" : "Check"}
          </Button>
          <Button
            type="button"
            big
            variant="secondary"
            className="scan-button"
            data-scan
            onClick={() => setIsScanning(true)}
          >
            <ScanIcon /> Scan a band
          </Button>
        </>
      ) : (
        <BandPanel
          band={band}
          isFromRecord={source === "system"}
          isChecking={isChecking}
          onWrongChild={() => {
            const notice = source === "system" ? wrongRecord : wrongChild;
            setEntered({ text: "", source: "typed", notice });
          }}
        />
      )}
      {isScanning && (
        <ScannerPart onFound={takeScanned} onLeave={() => setIsScanning(false)}>
          {aboveScanner}
        </ScannerPart>
      )}
    </div>
  );
}

const bandLifeMilliseconds = 30 * 60_000;

const wrongChild =
  "The band is not this child’s, so its number was taken out. Scan the child’s own band, or type the number from their record. Tell the ward if the child wears another child’s band.";
const wrongRecord =
  "Another patient’s record is open, so the number was taken out. Open Lantern from this child’s record, scan the child’s band, or type the number.";
