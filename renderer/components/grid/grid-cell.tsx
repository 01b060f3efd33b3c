import { VisuallyHidden } from "@mantine/core";
import { type CSSProperties, memo } from "react";
import type { FieldName } from "../../../preload/fields.ts";
import type { Problem } from "../../../preload/types.ts";
import { Bubble } from "./bubble.tsx";
import { CellInput, type Onward } from "./cell-input.tsx";
import styles from "./grid.module.css";
import { cellId, type Place } from "./grid-keys.ts";
import { isMono, type Room } from "./grid-layout.ts";
import type { GridWords } from "./use-grid-words.ts";

export interface GridCellProps {
  readonly place: number;
  readonly column: number;
  readonly field: FieldName;
  readonly value: string;
  readonly problems: readonly Problem[];
  readonly words: GridWords;
  readonly tall: boolean;
  readonly corrected: boolean;
  /** What a corrected cell held before; undefined where that is not known. */
  readonly before: string | undefined;
  /** How far the sentence below the cell may reach to both sides. */
  readonly room: Room | null;
  readonly active: boolean;
  readonly selected: boolean;
  readonly editing: { readonly text: string | null } | null;
  readonly onCommit: (place: Place, value: string, then: Onward) => void;
  readonly onCancel: () => void;
}

/** One cell: its value, and what is wrong with it below. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { problems, tall, active, editing, words } = props;
  const place = { row: props.place, column: props.column };
  const first = problems.find((one) => one.severity === "error") ?? problems[0];
  const room = { "--before": props.room?.before, "--after": props.room?.after } as CSSProperties;
  const said = problems.map(words.problem).join(" ");
  return (
    <td
      id={cellId(place)}
      className={styles.cell}
      data-focus={active || undefined}
      {...(props.selected ? { "data-selected": true, "aria-selected": true } : {})}
      data-corrected={props.corrected || undefined}
      {...(first === undefined
        ? {}
        : { "data-tone": first.severity === "error" ? "red" : "amber", "aria-invalid": true })}
    >
      <span
        {...(props.before === undefined ? {} : { title: words.correctedFrom(props.before) })}
        className={isMono(props.field) ? `${styles.value} mono` : styles.value}
      >
        {props.value}
      </span>
      {props.corrected && (
        <VisuallyHidden>
          {props.before === undefined ? words.corrected : words.correctedFrom(props.before)}
        </VisuallyHidden>
      )}
      {first !== undefined && tall && (
        <span className={styles.room} style={room}>
          <span className={styles.before} />
          <span className={styles.problem} title={said}>
            {said}
          </span>
        </span>
      )}
      {(first !== undefined || props.before !== undefined) &&
        !tall &&
        active &&
        editing === null && (
          <Bubble>
            {said}
            {props.before !== undefined && <div>{words.correctedFrom(props.before)}</div>}
          </Bubble>
        )}
      {first !== undefined && !tall && !active && <VisuallyHidden>{said}</VisuallyHidden>}
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
