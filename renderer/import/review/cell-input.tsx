import { useEffect, useRef } from "react";
import styles from "./grid.module.css";

export interface CellInputProps {
  readonly label: string;
  readonly value: string;
  /** In the face of codes and numbers. */
  readonly mono: boolean;
  /** Marks the whole text, for typing over it. */
  readonly all: boolean;
  readonly onCommit: (value: string, then: "stay" | "down" | "right") => void;
  readonly onCancel: () => void;
}

/** Editing in place: Enter and Tab keep, Esc gives up, leaving keeps. */
export function CellInput({ label, value, mono, all, onCommit, onCancel }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (all) input.current?.select();
  }, [all]);
  const finish = (then: "stay" | "down" | "right") => {
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
        if (event.key === "Enter") finish("down");
        if (event.key === "Tab") {
          event.preventDefault();
          finish("right");
        }
        if (event.key === "Escape") {
          over.current = true;
          onCancel();
        }
      }}
    />
  );
}
