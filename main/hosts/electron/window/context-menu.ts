import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";
import { roleItem } from "./menu-items.ts";

/** What a right click on text offers, as in every other program; elsewhere there is no menu. */
export function offerEditing(window: BrowserWindow): void {
  window.webContents.on("context-menu", (_event, { isEditable, selectionText, editFlags }) => {
    const copy = { ...roleItem("copy"), enabled: editFlags.canCopy };
    const editing: readonly MenuItemConstructorOptions[] = [
      { ...roleItem("undo"), enabled: editFlags.canUndo },
      { ...roleItem("redo"), enabled: editFlags.canRedo },
      { type: "separator" },
      { ...roleItem("cut"), enabled: editFlags.canCut },
      copy,
      { ...roleItem("paste"), enabled: editFlags.canPaste },
      { type: "separator" },
      { ...roleItem("selectAll"), enabled: editFlags.canSelectAll },
    ];
    const items = isEditable ? editing : selectionText.trim() === "" ? [] : [copy];
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window });
  });
}
