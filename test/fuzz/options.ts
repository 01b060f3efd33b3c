import type { ImportOptions } from "../../preload/types.ts";

export const OPTIONS: ImportOptions = {
  connectionId: null,
  campaigns: [],
  duplicates: "update",
  generateCardNumbers: null,
  keepUndoState: true,
  repeatedRows: "keep-all",
};
