import { VisuallyHidden } from "@mantine/core";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { Problem } from "../../../preload/types.ts";
import { CellInput } from "./cell-input.tsx";
import styles from "./grid.module.css";
import { isMono } from "./grid-layout.ts";

export interface GridCellProps {
  readonly id: string;
  readonly field: FieldName;
  readonly label: string;
  readonly value: string;
  readonly problems: readonly Problem[];
  readonly say: (problem: Problem) => string;
  readonly tall: boolean;
  readonly edited: boolean;
  /** How wide the sentence below may grow, as a CSS value. */
  readonly room: string;
  readonly active: boolean;
  readonly editing: { readonly text: string | null } | null;
  readonly onCommit: (value: string, then: "stay" | "down" | "right") => void;
  readonly onCancel: () => void;
}

/** One cell: its value, and what is wrong with it below. */
export function GridCell(props: GridCellProps) {
  const { t } = useTranslation("import");
  const { problems, tall, active, editing } = props;
  const first = problems.find((one) => one.severity === "error") ?? problems[0];
  const room = { "--room": props.room } as CSSProperties;
  const said = problems.map(props.say).join(" ");
  return (
    <td
      id={props.id}
      className={styles.cell}
      data-focus={active || undefined}
      data-edited={props.edited || undefined}
      {...(first === undefined
        ? {}
        : { "data-tone": first.severity === "error" ? "red" : "amber", "aria-invalid": true })}
    >
      <span className={isMono(props.field) ? `${styles.value} mono` : styles.value}>
        {props.value}
      </span>
      {props.edited && <VisuallyHidden>{t("review.edited")}</VisuallyHidden>}
      {first !== undefined && tall && (
        <span className={styles.problem} style={room} title={said}>
          {said}
        </span>
      )}
      {first !== undefined && !tall && active && editing === null && (
        <span className={styles.bubble}>{said}</span>
      )}
      {first !== undefined && !tall && !active && <VisuallyHidden>{said}</VisuallyHidden>}
      {editing !== null && (
        <CellInput
          label={props.label}
          value={editing.text ?? props.value}
          all={editing.text === null}
          onCommit={props.onCommit}
          onCancel={props.onCancel}
        />
      )}
    </td>
  );
}
