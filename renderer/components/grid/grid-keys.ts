import type { KeyboardEvent } from "react";
import type { Onward } from "./cell-input.tsx";
import type { GridCorrections } from "./rows/use-corrections.ts";
import type { RowPages } from "./rows/use-row-pages.ts";

/** A cell: its row's place in the filtered list, and its column. Column 0 is the row's number. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export function cellId(place: Place): string {
  return `cell-${place.row}-${place.column}`;
}

/** The cell an event happened in. */
export function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest("td") : null;
  const parts = /^cell-(\d+)-(\d+)$/.exec(cell?.id ?? "");
  return parts === null ? null : { row: Number(parts[1]), column: Number(parts[2]) };
}

/** The cell that follows one in a direction. */
export function neighbour({ row, column }: Place, onward: Onward): Place {
  return {
    row: row + (onward === "down" ? 1 : onward === "up" ? -1 : 0),
    column: column + (onward === "right" ? 1 : onward === "left" ? -1 : 0),
  };
}

/** Whether the place is one of a customer's value: not outside, and not the row's number. */
export function isCell({ row, column }: Place, size: Omit<GridSize, "fitting">): boolean {
  return row >= 0 && row < size.rows && column > 0 && column <= size.columns;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit into the window. */
  readonly fitting: number;
}

export type PressedKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Where a key leads from a cell; null for a key that does not move. */
export function destination(event: PressedKey, at: Place, size: GridSize): Place | null {
  const aim = aimOf(event, at, size);
  if (aim === null) return null;
  return {
    row: Math.max(0, Math.min(size.rows - 1, aim.row)),
    column: Math.max(0, Math.min(size.columns, aim.column)),
  };
}

function aimOf(event: PressedKey, at: Place, size: GridSize): Place | null {
  const far = event.ctrlKey || event.metaKey;
  const lastRow = size.rows - 1;
  switch (event.key) {
    case "ArrowUp":
      return { ...at, row: far ? 0 : at.row - 1 };
    case "ArrowDown":
      return { ...at, row: far ? lastRow : at.row + 1 };
    case "ArrowLeft":
      return { ...at, column: far ? 0 : at.column - 1 };
    case "ArrowRight":
      return { ...at, column: far ? size.columns : at.column + 1 };
    case "Home":
      return { row: far ? 0 : at.row, column: 0 };
    case "End":
      return { row: far ? lastRow : at.row, column: size.columns };
    case "PageUp":
      return { ...at, row: at.row - size.fitting };
    case "PageDown":
      return { ...at, row: at.row + size.fitting };
    default:
      return null;
  }
}

/** Ctrl+D, as in a spreadsheet. */
export function isFillDown({ key, ctrlKey, metaKey, shiftKey, altKey }: PressedKey): boolean {
  return (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "d";
}

/** What a key does to the cell it is pressed on. */
export type KeyAct =
  | { readonly kind: "undo" | "redo" | "toggle-row" | "empty" | "nothing" }
  /** `text` replaces what is in the cell; null keeps it. */
  | { readonly kind: "edit"; readonly text: string | null };

export function actOf(event: PressedKey, at: Place): KeyAct {
  if (event.ctrlKey || event.metaKey) {
    const letter = event.key.toLowerCase();
    if (letter === "y" || (letter === "z" && event.shiftKey)) return { kind: "redo" };
    return { kind: letter === "z" ? "undo" : "nothing" };
  }
  if (event.key === " ") return { kind: "toggle-row" };
  if (event.key === "Delete" || event.key === "Backspace") {
    return { kind: at.column === 0 ? "nothing" : "empty" };
  }
  if (event.key === "Enter" || event.key === "F2") {
    return at.column === 0 ? { kind: "toggle-row" } : { kind: "edit", text: null };
  }
  const typed = event.key.length === 1 && !event.altKey && at.column > 0;
  return typed ? { kind: "edit", text: event.key } : { kind: "nothing" };
}

export interface GridKeys {
  readonly at: Place;
  readonly pages: RowPages;
  readonly fitting: number;
  readonly corrections: GridCorrections;
  go(place: Place): void;
  startEditing(place: Place, text: string | null): void;
  empty(place: Place): void;
}

/** What the keys do in the grid while no cell is being corrected. */
export function handleGridKey(event: KeyboardEvent, keys: GridKeys): void {
  const { at, pages, corrections, fitting } = keys;
  const size = { rows: pages.total, columns: pages.fields.length, fitting };
  const to = destination(event, at, size);
  const act = actOf(event, at);
  if (to === null && act.kind === "nothing") return;
  event.preventDefault();
  if (to !== null) {
    keys.go(to);
    return;
  }
  if (act.kind === "undo") corrections.undo();
  if (act.kind === "redo") corrections.redo();
  if (act.kind === "empty") keys.empty(at);
  if (act.kind === "edit") keys.startEditing(at, act.text);
  const row = pages.rowAt(at.row);
  if (act.kind === "toggle-row" && row !== null) corrections.leaveOut(row);
}
