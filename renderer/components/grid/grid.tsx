import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { RowFilter } from "../../../preload/types.ts";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { EmptyRows } from "./empty-rows.tsx";
import styles from "./grid.module.css";
import { GridHead, type GridHeads } from "./grid-head.tsx";
import { cellId, handleGridKey, isFillDown, type Place, placeOf } from "./grid-keys.ts";
import { gridColumns, isTall, LEAST_TALL, ROW, TALL_ROW } from "./grid-layout.ts";
import { GridRow } from "./grid-row.tsx";
import type { RowSource } from "./rows/row-source.ts";
import { useBlocks } from "./rows/use-blocks.ts";
import { useCellEditing } from "./rows/use-cell-editing.ts";
import type { GridCorrections } from "./rows/use-corrections.ts";
import { useDrawnSelection } from "./rows/use-drawn-selection.ts";
import { useFirstProblem } from "./rows/use-first-problem.ts";
import { useRoom } from "./rows/use-room.ts";
import { useRowPages } from "./rows/use-row-pages.ts";
import { useRowWindow } from "./rows/use-row-window.ts";
import { selectedIn, useSelection } from "./rows/use-selection.ts";
import { useStaysInSight } from "./rows/use-stays-in-sight.ts";
import { type ToldPlace, useTold } from "./rows/use-told-place.ts";
import { cellWords, type ToldCell, useTellCell } from "./told-cell.ts";
import { useGridWords } from "./use-grid-words.ts";

export interface GridProps extends ToldPlace {
  readonly source: RowSource;
  readonly filter: RowFilter;
  readonly corrections: GridCorrections;
  /** The sheet, or sheets, that the rows are from. */
  readonly sheet: string;
  /** Told of the active cell, where the rows are those with problems. */
  readonly cell: ToldCell;
  /** What can be done with its columns. */
  readonly heads?: GridHeads;
}

/** A table whose cells the arrow keys move through: ARIA's grid pattern, one stop for Tab. */
function gridFocus(at: Place, isThere: boolean) {
  const active = isThere ? { "aria-activedescendant": cellId(at) } : {};
  return { role: "grid", tabIndex: 0, "aria-multiselectable": true, ...active } as const;
}

/** The rows as they will be sent: any number of them, by mouse and by keyboard. */
export function Grid(props: GridProps) {
  const { source, filter, corrections, sheet, heads } = props;
  const { t } = useTranslation("import");
  const words = useGridWords(sheet);
  const box = useRef<HTMLTableElement>(null);
  const [total, setTotal] = useState(0);
  const [at, setAt] = useState<Place>({ row: 0, column: 1 });
  /** A cell that is scrolled into sight once its row has been drawn. */
  const goal = useRef<Place | null>(null);
  const room = useRoom(box);
  const ofProblems = isTall(filter, total);
  const tall = ofProblems && room.height >= ROW + Math.min(LEAST_TALL, total) * TALL_ROW;
  const sight = useRowWindow(box, total, tall ? TALL_ROW : ROW, ROW);
  const pages = useRowPages(source, sight.first, Math.max(0, sight.last));
  if (pages.total !== total) setTotal(pages.total);
  useFirstProblem(pages, ofProblems, setAt);

  const [menuOf, setMenuOf] = useState<FieldName | null>(null);
  const go = (place: Place) => {
    setAt(place);
    sight.show(place.row);
    goal.current = place;
    // The first column is always in sight; whoever goes back to it wants to see the row's start.
    if (place.column === 0 && at.column !== 0) box.current?.scrollTo({ left: 0 });
  };
  // Its cell may be made only once the rows have moved.
  useEffect(() => {
    const cell = goal.current && document.getElementById(cellId(goal.current));
    if (cell === null) return;
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    goal.current = null;
  });
  useStaysInSight(box, at, room.height);
  useTold(props, { pages, at, go, setAt });
  const saidAt = () => cellWords(pages.rowAt(at.row), pages.fields, at.column - 1, words);
  useTellCell(props.cell, ofProblems ? saidAt() : null);
  const cells = useCellEditing({ box, pages, corrections, sent: words.sent, go, setAt });
  const { editing, leaveOut } = cells;
  const selection = useSelection(at, pages.fields.length);
  const blocks = useBlocks({ source, pages, selection, corrections });
  const choose = (place: Place, isExtended: boolean) => {
    selection.extend(isExtended);
    setAt(place);
  };
  const draw = useDrawnSelection(box, choose);

  if (pages.error) return <ErrorPanel error={pages.error} />;
  if (pages.loaded && total === 0) return <EmptyRows filter={filter} />;
  const places = Array.from(
    { length: Math.max(0, sight.last - sight.first + 1) },
    (_, i) => sight.first + i,
  );
  const sizes = {
    ...gridColumns(pages.fields, sheet, room),
    "--rows": `${sight.height}px`,
  } as CSSProperties;
  return (
    <table
      ref={box}
      {...gridFocus(at, pages.rowAt(at.row) !== null)}
      className={styles.box}
      style={sizes}
      aria-label={t("review.rows")}
      aria-rowcount={total + 1}
      aria-colcount={pages.fields.length + 1}
      onKeyDown={(event) => {
        const field = pages.fields[at.column - 1];
        if (
          event.altKey &&
          event.key === "ArrowDown" &&
          heads !== undefined &&
          field !== undefined
        ) {
          event.preventDefault();
          if (heads.hasMenu(field)) setMenuOf(field);
          return;
        }
        if (isFillDown(event) && editing === null && corrections.correctCells !== undefined) {
          event.preventDefault();
          blocks.fillDown();
          return;
        }
        // Before the rows are there, a key would act on another row than the person means.
        if (editing !== null || !pages.loaded) return;
        handleGridKey(event, {
          ...{ at, pages, startEditing: cells.start },
          go(place) {
            selection.extend(event.shiftKey);
            go(place);
          },
          empty: (place) => (selection.isWide ? blocks.empty() : cells.empty(place)),
          fitting: sight.fitting,
          corrections: { ...corrections, leaveOut },
        });
      }}
      onPointerDown={draw}
      onClick={(event) => {
        const place = placeOf(event.target);
        if (place !== null) choose(place, event.shiftKey);
      }}
      onCopy={blocks.copy}
      onPaste={blocks.paste}
      onDoubleClick={(event) => {
        const place = placeOf(event.target);
        if (place !== null) cells.start(place, null);
      }}
    >
      <GridHead
        fields={pages.fields}
        words={words}
        heads={heads}
        open={menuOf}
        onOpen={(field) => {
          setMenuOf(field);
          if (field === null) box.current?.focus({ preventScroll: true });
        }}
        valueAt={(field) =>
          pages.fields[at.column - 1] === field
            ? (pages.rowAt(at.row)?.values[at.column - 1] ?? null)
            : null
        }
      />
      <tbody
        className={styles.content}
        style={{ top: `calc(var(--grid-row) + ${sight.baseTop}px)` }}
      >
        {places.map((place) => (
          <GridRow
            key={place - sight.origin}
            place={place}
            top={(place - sight.base) * (tall ? TALL_ROW : ROW)}
            words={words}
            saidIn={tall ? "row" : ofProblems ? "foot" : "bubble"}
            row={pages.rowAt(place)}
            fields={pages.fields}
            selected={selectedIn(selection, place)}
            activeColumn={place === at.row ? at.column : null}
            editing={editing?.row === place ? editing : null}
            onCommit={cells.commit}
            onCancel={cells.stop}
            onLeaveOut={leaveOut}
          />
        ))}
      </tbody>
    </table>
  );
}
