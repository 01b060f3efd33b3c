import { describe, expect, it } from "vitest";
import {
  actOf,
  destination,
  type GridSize,
  type PressedKey,
} from "../../renderer/components/grid/grid-keys.ts";

const size: GridSize = { rows: 1_000_000, columns: 5, fitting: 20 };

function key(name: string, held: Partial<PressedKey> = {}): PressedKey {
  return { key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe("the keys of the review grid", () => {
  it("move by one cell and stay inside", () => {
    const corner = { row: 0, column: 0 };
    expect(destination(key("ArrowDown"), corner, size)).toEqual({ row: 1, column: 0 });
    expect(destination(key("ArrowUp"), corner, size)).toEqual(corner);
    expect(destination(key("ArrowLeft"), corner, size)).toEqual(corner);
    expect(destination(key("ArrowRight"), { row: 0, column: 5 }, size)).toEqual({
      row: 0,
      column: 5,
    });
  });

  it("turn pages and jump to the ends", () => {
    const at = { row: 50, column: 2 };
    expect(destination(key("PageDown"), at, size)).toEqual({ row: 70, column: 2 });
    expect(destination(key("PageUp"), { row: 5, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(destination(key("End", { ctrlKey: true }), at, size)).toEqual({
      row: 999_999,
      column: 5,
    });
    const far = { ctrlKey: true };
    expect(destination(key("ArrowRight", far), at, size)).toEqual({ row: 50, column: 5 });
    expect(destination(key("ArrowLeft", far), at, size)).toEqual({ row: 50, column: 0 });
    expect(destination(key("Home", { metaKey: true }), at, size)).toEqual({ row: 0, column: 0 });
  });

  it("begin editing with what is there, or with what is typed", () => {
    const at = { row: 0, column: 2 };
    expect(actOf(key("Enter"), at)).toEqual({ kind: "edit", text: null });
    expect(actOf(key("F2"), at)).toEqual({ kind: "edit", text: null });
    expect(actOf(key("é"), at)).toEqual({ kind: "edit", text: "é" });
  });

  it("leave a row out and take it in again", () => {
    expect(actOf(key(" "), { row: 0, column: 2 })).toEqual({ kind: "toggle-row" });
    expect(actOf(key("Enter"), { row: 0, column: 0 })).toEqual({ kind: "toggle-row" });
  });

  it("empty a cell, as in a spreadsheet, and never the row's own", () => {
    for (const name of ["Delete", "Backspace"]) {
      expect(actOf(key(name), { row: 0, column: 2 })).toEqual({ kind: "empty" });
      expect(actOf(key(name), { row: 0, column: 0 })).toEqual({ kind: "nothing" });
    }
  });

  it("undo and redo on every keyboard", () => {
    const at = { row: 0, column: 2 };
    expect(actOf(key("z", { ctrlKey: true }), at)).toEqual({ kind: "undo" });
    expect(actOf(key("Z", { metaKey: true, shiftKey: true }), at)).toEqual({ kind: "redo" });
    expect(actOf(key("y", { ctrlKey: true }), at)).toEqual({ kind: "redo" });
    expect(actOf(key("c", { ctrlKey: true }), at)).toEqual({ kind: "nothing" });
  });
});
