export type Direction = "undo" | "redo";
