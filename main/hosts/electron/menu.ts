import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from "electron";
import { LIST_ENDINGS } from "../../../preload/list-files.ts";
import type { Screen } from "../../../preload/types.ts";
import { t } from "../../text.ts";

/** What the menu's own items do. */
export interface MenuActions {
  open(paths: readonly string[]): void;
  show(screen: Screen): void;
  openLogs(): void;
}

/** The platform's standard items and shortcuts; developer tools only while developing. */
export function setUpMenu(actions: MenuActions): void {
  const mac = process.platform === "darwin";
  const settings: MenuItemConstructorOptions = {
    label: t("words:menu.settings"),
    accelerator: "CmdOrCtrl+,",
    click: () => actions.show("settings"),
  };
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [appMenu(settings)] : []),
    {
      role: "fileMenu",
      submenu: [
        {
          label: t("words:menu.new"),
          accelerator: "CmdOrCtrl+N",
          click: () => actions.show("import"),
        },
        {
          label: t("words:menu.open"),
          accelerator: "CmdOrCtrl+O",
          click: () => void chooseFiles(actions),
        },
        ...(mac ? [{ role: "recentDocuments" } as const, { type: "separator" } as const] : []),
        ...(mac ? [] : [{ type: "separator" } as const, settings, { type: "separator" } as const]),
        { role: mac ? "close" : "quit" },
      ],
    },
    { role: "editMenu" },
    {
      role: "viewMenu",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
        ...(app.isPackaged ? [] : [{ role: "toggleDevTools" } as const]),
      ],
    },
    { role: "windowMenu" },
    {
      role: "help",
      submenu: [
        { label: t("words:menu.logs"), click: () => actions.openLogs() },
        ...(mac ? [] : [{ type: "separator" } as const, { role: "about" } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() });
}

function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    role: "appMenu",
    submenu: [
      { role: "about" },
      { type: "separator" },
      settings,
      { type: "separator" },
      { role: "services" },
      { type: "separator" },
      { role: "hide" },
      { role: "hideOthers" },
      { role: "unhide" },
      { type: "separator" },
      { role: "quit" },
    ],
  };
}

async function chooseFiles(actions: MenuActions): Promise<void> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) return;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ["openFile"],
    filters: [{ name: t("words:menu.lists"), extensions: [...LIST_ENDINGS] }],
  });
  if (!canceled) actions.open(filePaths);
}
