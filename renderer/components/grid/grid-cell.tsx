import { VisuallyHidden } from "@mantine/core";
import { type CSSProperties, memo } from "react";
import type { FieldName } from "../../../preload/fields.ts";
import { Bubble } from "./bubble.tsx";
import { CellInput, type Onward } from "./cell-input.tsx";
import styles from "./grid.module.css";
import { cellId, type Place } from "./grid-keys.ts";
import { isMono } from "./grid-layout.ts";
import { type CellSaid, worstOf } from "./said-in-row.ts";
import type { GridWords } from "./use-grid-words.ts";

/**
 * Where a problem is told: in the row, below its cell, as far as there is room; in a bubble at the
 * active cell; or below all rows alone.
 */
export type SaidIn = "row" | "bubble" | "foot";

export interface GridCellProps {
  readonly place: number;
  readonly column: number;
  readonly field: FieldName;
  readonly value: string;
  readonly said: CellSaid;
  readonly saidIn: SaidIn;
  readonly words: GridWords;
  readonly corrected: boolean;
  /** What a corrected cell held before; undefined where that is not known. */
  readonly before: string | undefined;
  readonly active: boolean;
  readonly selected: boolean;
  readonly editing: { readonly text: string | null } | null;
  readonly onCommit: (place: Place, value: string, then: Onward) => void;
  readonly onCancel: () => void;
}

/** One cell: its value, and what is wrong with it below. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { active, editing, words } = props;
  const place = { row: props.place, column: props.column };
  const { problems, room } = props.said;
  const first = worstOf(problems);
  const reach = { "--before": room?.before, "--after": room?.after } as CSSProperties;
  const said = problems.map(words.problem).join(" ");
  const hasBubble = props.saidIn === "bubble" && active;
  const hasMore =
    first !== undefined || props.corrected || props.before !== undefined || editing !== null;
  const mono = isMono(props.field) ? " mono" : "";
  return (
    <td
      id={cellId(place)}
      className={
        hasMore ? `${styles.cell} ${styles.more}` : `${styles.cell} ${styles.value}${mono}`
      }
      data-focus={active || undefined}
      {...(props.selected ? { "data-selected": true, "aria-selected": true } : {})}
      data-corrected={props.corrected || undefined}
      {...(first === undefined
        ? {}
        : { "data-tone": first.severity === "error" ? "red" : "amber", "aria-invalid": true })}
    >
      {/* Most cells hold nothing else: an element less in each, of the hundreds that one sees. */}
      {hasMore ? (
        <span
          {...(props.before === undefined ? {} : { title: words.correctedFrom(props.before) })}
          className={`${styles.value}${mono}`}
        >
          {props.value}
        </span>
      ) : (
        props.value
      )}
      {props.corrected && (
        <VisuallyHidden>
          {props.before === undefined ? words.corrected : words.correctedFrom(props.before)}
        </VisuallyHidden>
      )}
      {first !== undefined && props.saidIn === "row" && (
        <span className={styles.room} style={reach}>
          <span className={styles.before} />
          <span className={styles.problem} title={said}>
            {said}
          </span>
        </span>
      )}
      {(first !== undefined || props.before !== undefined) && hasBubble && editing === null && (
        <Bubble>
          {said}
          {props.before !== undefined && <div>{words.correctedFrom(props.before)}</div>}
        </Bubble>
      )}
      {first !== undefined && props.saidIn !== "row" && !hasBubble && (
        <VisuallyHidden>{said}</VisuallyHidden>
      )}
      {editing !== null && (
        <CellInput
          label={words.field(props.field)}
          value={editing.text ?? props.value}
          mono={isMono(props.field)}
          all={editing.text === null}
          onCommit={(value, then) => props.onCommit(place, value, then)}
          onCancel={props.onCancel}
        />
      )}
    </td>
  );
});
