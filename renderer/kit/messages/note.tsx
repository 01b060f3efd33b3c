import type { ReactNode } from "react";
import type { Tone } from "../state/tone.ts";
import styles from "./note.module.css";

export interface NoteProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** Read out by screen readers as soon as it appears. */
  readonly alert?: boolean;
}

/** A sentence or two that stand out, in the tone of what they say. */
export function Note({ tone, icon, children, alert = false }: NoteProps) {
  return (
    <div className={styles.note} data-tone={tone} role={alert ? "alert" : undefined}>
      {icon}
      <div className={styles.body}>{children}</div>
    </div>
  );
}
