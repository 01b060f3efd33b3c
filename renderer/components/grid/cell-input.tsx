import { type KeyboardEvent, useEffect, useRef } from "react";
import styles from "./grid.module.css";

/** Where the person goes on after a cell. */
export type Onward = "stay" | "up" | "down" | "left" | "right";

export interface CellInputProps {
  readonly label: string;
  readonly value: string;
  /** In a typeface whose characters have one width, for codes and numbers. */
  readonly mono: boolean;
  /** Selects the whole text at first, so that typing replaces it. */
  readonly all: boolean;
  readonly onCommit: (value: string, then: Onward) => void;
  readonly onCancel: () => void;
}

/** Where a key that ends the editing leads; null for one that goes on with it. */
function onward({ key, shiftKey, nativeEvent }: KeyboardEvent): Onward | null {
  // Enter here accepts a word of an input method (Japanese, say) and does not end the editing.
  if (nativeEvent.isComposing) return null;
  if (key === "Enter") return shiftKey ? "up" : "down";
  return key === "Tab" ? (shiftKey ? "left" : "right") : null;
}

/** Edits a cell: Enter, Tab and leaving it save (Shift moves backwards), Esc throws away. */
export function CellInput({ label, value, mono, all, onCommit, onCancel }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (all) input.current?.select();
  }, [all]);
  const finish = (then: Onward) => {
    if (over.current) return;
    over.current = true;
    onCommit(input.current?.value ?? value, then);
  };
  return (
    <input
      ref={input}
      className={mono ? `${styles.input} mono` : styles.input}
      aria-label={label}
      defaultValue={value}
      onBlur={() => finish("stay")}
      onKeyDown={(event) => {
        event.stopPropagation();
        const then = onward(event);
        if (then !== null) {
          event.preventDefault();
          finish(then);
        }
        if (event.key === "Escape" && !event.nativeEvent.isComposing) {
          over.current = true;
          onCancel();
        }
      }}
    />
  );
}
