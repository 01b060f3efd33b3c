import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconCircleMinus,
  IconSend,
  type TablerIcon,
} from "@tabler/icons-react";
import { memo, useMemo } from "react";
import type { FieldName } from "../../../preload/fields.ts";
import type { StagedRow } from "../../../preload/types.ts";
import type { Tone } from "../../kit/state/tone.ts";
import type { Onward } from "./cell-input.tsx";
import styles from "./grid.module.css";
import { GridCell, type SaidIn } from "./grid-cell.tsx";
import { cellId, type Place } from "./grid-keys.ts";
import { NOTHING_SAID, saidInRow } from "./said-in-row.ts";
import type { GridWords } from "./use-grid-words.ts";

export interface GridRowProps {
  readonly place: number;
  readonly top: number;
  readonly saidIn: SaidIn;
  readonly words: GridWords;
  /** null while it is on its way. */
  readonly row: StagedRow | null;
  readonly fields: readonly FieldName[];
  readonly activeColumn: number | null;
  /** The selected columns: `first-last`; null for none. A text, so that equal ones are the same. */
  readonly selected: string | null;
  readonly editing: { readonly column: number; readonly text: string | null } | null;
  readonly onCommit: (place: Place, value: string, then: Onward) => void;
  readonly onCancel: () => void;
  readonly onLeaveOut: (row: StagedRow) => void;
}

type Look = {
  readonly tone: Tone;
  readonly icon: TablerIcon;
  readonly word: keyof GridWords["status"];
};

function lookOf(row: StagedRow): Look {
  if (row.sent) return { tone: "blue", icon: IconSend, word: "sent" };
  if (row.leftOut) return { tone: "neutral", icon: IconCircleMinus, word: "leftOut" };
  switch (row.status) {
    case "valid":
      return { tone: "green", icon: IconCheck, word: "valid" };
    case "warning":
      return { tone: "amber", icon: IconAlertTriangle, word: "warnings" };
    case "error":
      return { tone: "red", icon: IconAlertCircle, word: "errors" };
  }
}

/** One row of the grid. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { place, row, fields, activeColumn, editing, words } = props;
  const position = { top: props.top };
  // Made once, so that the cells of a row stay as they are when a person moves in it.
  const said = useMemo(() => saidInRow(row, fields), [row, fields]);
  if (row === null) {
    return (
      <tr className={styles.row} style={position} aria-rowindex={place + 2} aria-busy>
        <td className={styles.first}>
          <span className={styles.placeholder} />
        </td>
      </tr>
    );
  }
  const [from, to] = (props.selected ?? "1-0").split("-").map(Number);
  const look = lookOf(row);
  const Icon = look.icon;
  return (
    <tr
      className={styles.row}
      style={position}
      aria-rowindex={place + 2}
      data-tall={props.saidIn === "row" || undefined}
      data-active={activeColumn !== null || undefined}
      data-left-out={row.leftOut || undefined}
      data-sent={row.sent || undefined}
    >
      <td
        id={cellId({ row: place, column: 0 })}
        className={styles.first}
        data-tone={look.tone}
        data-focus={activeColumn === 0 || undefined}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={!row.leftOut}
          disabled={row.sent}
          title={row.sent ? words.sent : words.include}
          aria-label={words.includeRow(row.row)}
          onChange={() => props.onLeaveOut(row)}
        />
        <span className={styles.number} title={words.row(row.row)}>
          {words.row(row.row)}
        </span>
        <Icon aria-label={words.status[look.word]} role="img">
          {row.sent && <title>{words.sent}</title>}
        </Icon>
      </td>
      {fields.map((field, index) => (
        <GridCell
          key={field}
          field={field}
          value={row.values[index] ?? ""}
          said={said[index] ?? NOTHING_SAID}
          saidIn={props.saidIn}
          corrected={row.corrected.includes(index)}
          before={row.before?.find((one) => one.at === index)?.value}
          active={activeColumn === index + 1}
          selected={index + 1 >= (from ?? 1) && index + 1 <= (to ?? 0)}
          editing={editing?.column === index + 1 ? editing : null}
          words={words}
          place={place}
          column={index + 1}
          onCommit={props.onCommit}
          onCancel={props.onCancel}
        />
      ))}
    </tr>
  );
});
