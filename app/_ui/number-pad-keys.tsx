import type { ReactElement } from "react";
import { classNames } from "./class-names";

export type PadKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "delete" | "clear";

const keys: readonly PadKey[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "delete"];
const words: Partial<Record<PadKey, string>> = { clear: "Clear", delete: "Delete" };

interface NumberPadKeysProps {
  readonly onPress: (key: PadKey) => void;
}

/** Twelve keys on the page itself, so that the phone's keyboard need not open. */
export function NumberPadKeys({ onPress }: NumberPadKeysProps): ReactElement {
  return (
    <div className="number-pad__keys" role="group" aria-label="Number keys">
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          data-key={key}
          className={classNames("number-pad__key", key in words && "number-pad__key--word")}
          onClick={() => {
            onPress(key);
          }}
        >
          {words[key] ?? key}
        </button>
      ))}
    </div>
  );
}
