import { app, type MenuItemConstructorOptions } from "electron";
import { t } from "../../../common/text.ts";

/** Electron's own items: the work and the shortcut are its, the words ours (its are English). */
const ROLES = [
  ...["services", "hide", "hideOthers", "unhide", "quit"],
  ...["undo", "redo", "cut", "copy", "paste", "delete", "selectAll"],
  ...["resetZoom", "zoomIn", "zoomOut", "togglefullscreen", "toggleDevTools"],
  ...["minimize", "zoom", "close", "front", "recentDocuments", "clearRecentDocuments"],
] as const;
export type Role = (typeof ROLES)[number];

export function roleItem(role: Role): MenuItemConstructorOptions {
  return { role, label: t(`words:menu.roles.${role}`, { name: app.name }) };
}

export const SEPARATOR: MenuItemConstructorOptions = { type: "separator" };
