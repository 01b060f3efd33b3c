import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from "electron";
import { LIST_ENDINGS } from "../../../../preload/lists/list-files.ts";
import type { Screen } from "../../../../preload/types.ts";
import { t } from "../../../common/text.ts";
import { roleItem, SEPARATOR } from "./menu-items.ts";

/** What the menu's own items do. */
export interface MenuActions {
  open(paths: readonly string[]): void;
  show(screen: Screen): void;
  openLogs(): void;
}

type Items = MenuItemConstructorOptions[];

/** The platform's standard items and shortcuts, in the language of the moment. */
export function setUpMenu(actions: MenuActions): void {
  const mac = process.platform === "darwin";
  const settings: MenuItemConstructorOptions = {
    label: t("words:menu.settings"),
    accelerator: "CmdOrCtrl+,",
    click: () => actions.show("settings"),
  };
  const about: MenuItemConstructorOptions = {
    label: t("words:menu.about", { name: app.name }),
    click: () => actions.show("about"),
  };
  const template: Items = [
    ...(mac ? [{ label: app.name, submenu: appItems(about, settings) }] : []),
    { label: t("words:menu.file"), submenu: fileItems(actions, mac ? null : settings) },
    { role: "editMenu", label: t("words:menu.edit"), submenu: editItems() },
    { role: "viewMenu", label: t("words:menu.view"), submenu: viewItems() },
    { role: "windowMenu", label: t("words:menu.window"), submenu: windowItems(mac) },
    {
      role: "help",
      label: t("words:menu.help"),
      submenu: [
        { label: t("words:menu.logs"), click: () => actions.openLogs() },
        ...(mac ? [] : [SEPARATOR, about]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** macOS' menu of the program itself. */
function appItems(about: MenuItemConstructorOptions, settings: MenuItemConstructorOptions): Items {
  return [
    about,
    SEPARATOR,
    settings,
    SEPARATOR,
    roleItem("services"),
    SEPARATOR,
    roleItem("hide"),
    roleItem("hideOthers"),
    roleItem("unhide"),
    SEPARATOR,
    roleItem("quit"),
  ];
}

/** @param settings where they stand here; macOS has them in the program's own menu */
function fileItems(actions: MenuActions, settings: MenuItemConstructorOptions | null): Items {
  return [
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
    ...(settings === null
      ? [
          { ...roleItem("recentDocuments"), submenu: [roleItem("clearRecentDocuments")] },
          SEPARATOR,
          roleItem("close"),
        ]
      : [SEPARATOR, settings, SEPARATOR, roleItem("quit")]),
  ];
}

function editItems(): Items {
  return [
    roleItem("undo"),
    roleItem("redo"),
    SEPARATOR,
    roleItem("cut"),
    roleItem("copy"),
    roleItem("paste"),
    roleItem("delete"),
    SEPARATOR,
    roleItem("selectAll"),
  ];
}

/** Developer tools only while developing. */
function viewItems(): Items {
  return [
    roleItem("resetZoom"),
    roleItem("zoomIn"),
    // The same key without shift, as browsers take it.
    { ...roleItem("zoomIn"), accelerator: "CmdOrCtrl+=", visible: false },
    roleItem("zoomOut"),
    SEPARATOR,
    roleItem("togglefullscreen"),
    ...(app.isPackaged ? [] : [roleItem("toggleDevTools")]),
  ];
}

function windowItems(mac: boolean): Items {
  return mac
    ? [roleItem("minimize"), roleItem("zoom"), SEPARATOR, roleItem("front")]
    : [roleItem("minimize"), roleItem("close")];
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
