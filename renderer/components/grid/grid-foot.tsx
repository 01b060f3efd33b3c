import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./review.module.css";
import { type CellWords, type ToldCell, useHeardCell } from "./told-cell.ts";

const ICONS = { red: IconAlertCircle, amber: IconAlertTriangle, neutral: IconInfoCircle } as const;

export interface GridFootProps {
  readonly cell: ToldCell;
  /** What the keys do, where there is nothing to say about the cell. */
  readonly keys: string;
  /** Buttons at its end. */
  readonly children?: ReactNode;
}

/**
 * Stands below the rows. Where they are rows with problems it says the whole of what is wrong with
 * the active cell, for which there may be no room in the row; that room is kept free all the time,
 * so that the rows stay where they are; more than two lines take from the lowest ones.
 */
export function GridFoot({ cell, keys, children }: GridFootProps) {
  const words = useHeardCell(cell);
  return (
    <div className={styles.bar} data-says={words !== null || undefined}>
      {words === null || words.text === "" ? (
        <span className={styles.keys}>{keys}</span>
      ) : (
        <Said words={words} />
      )}
      {children}
    </div>
  );
}

/** The cell itself says it to screen readers. */
function Said({ words: { tone, text } }: { readonly words: CellWords }) {
  const Icon = ICONS[tone];
  return (
    <span className={styles.said} data-tone={tone} aria-hidden>
      <Icon />
      {text}
    </span>
  );
}
