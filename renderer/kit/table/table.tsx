import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import type { HelpWord } from "../help/help-words.ts";
import { Word } from "../help/word.tsx";
import { ScrollBox } from "./scroll-box.tsx";
import styles from "./table.module.css";

export interface TableColumn<T> {
  readonly key: string;
  readonly head: string;
  /** What the head speaks of, where the help explains it. */
  readonly word?: HelpWord;
  readonly cell: (item: T) => ReactNode;
  readonly number?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
}

export interface TableProps<T> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string | number;
  /** Of a customer's values: as wide as they are, so that rows stay low and the box scrolls. */
  readonly wide?: boolean;
}

/** Every plain table of the window is made of this one, so that all look alike. */
export function Table<T>({ label, columns, items, keyOf, wide = false }: TableProps<T>) {
  return (
    <ScrollBox label={label} className={styles.wrap ?? ""}>
      <table className={styles.table} data-wide={wide || undefined}>
        <caption>
          <VisuallyHidden>{label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.number === true ? styles.number : undefined}
              >
                {column.head === "" ? <VisuallyHidden>{column.key}</VisuallyHidden> : column.head}
                {column.word !== undefined && <Word word={column.word} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column) => {
                const Cell = column.names === true ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    className={column.number === true ? styles.number : undefined}
                    {...(column.names === true ? { scope: "row" } : {})}
                  >
                    {column.cell(item)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface QuietProps {
  readonly children: ReactNode;
  /** Whether it stays in one line where the window has the room. */
  readonly whole?: boolean;
}

/** A second, quieter line in a cell. */
export function Quiet({ children, whole = false }: QuietProps) {
  return (
    <div className={styles.quiet} data-whole={whole || undefined}>
      {children}
    </div>
  );
}
