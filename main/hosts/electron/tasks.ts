import { app, Menu } from "electron";
import type { Screen } from "../../../preload/types.ts";
import { t } from "../../text.ts";

/** What can be asked for without the window: in the taskbar's jump list, in the dock's menu. */
const TASKS = [
  { screen: "import", label: "words:menu.new" },
  { screen: "queue", label: "words:menu.queue" },
  { screen: "history", label: "words:menu.history" },
] as const satisfies readonly { readonly screen: Screen; readonly label: string }[];

/**
 * Windows starts the program a second time with `--show=SCREEN`, which hands over to the window
 * that is open; macOS calls back.
 * @param dataDir where it is not the account's own: a task leads to the window that set it up
 */
export function setUpTasks(show: (screen: Screen) => void, dataDir: string | null): void {
  // While developing the program is Electron itself, which does not know ours without its folder.
  if (process.platform === "win32" && app.isPackaged) {
    const folder = dataDir === null ? "" : ` --data-dir="${dataDir}"`;
    app.setUserTasks(
      TASKS.map(({ screen, label }) => ({
        program: process.execPath,
        arguments: `--show=${screen}${folder}`,
        iconPath: process.execPath,
        iconIndex: 0,
        title: t(label),
        description: t(label),
      })),
    );
  }
  app.dock?.setMenu(
    Menu.buildFromTemplate(
      TASKS.map(({ screen, label }) => ({ label: t(label), click: () => show(screen) })),
    ),
  );
}
