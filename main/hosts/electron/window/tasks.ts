import { app, Menu } from "electron";
import type { Screen } from "../../../../preload/types.ts";
import { t } from "../../../common/text.ts";

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
    // The portable program runs in a folder that is there only while it runs.
    const program = process.env.PORTABLE_EXECUTABLE_FILE ?? process.execPath;
    const items = TASKS.map(({ screen, label }) => ({
      type: "task" as const,
      program,
      args: `--show=${screen}${folder}`,
      iconPath: program,
      iconIndex: 0,
      title: title(label),
      description: title(label),
    }));
    // The tasks alone would leave no place for the lists that were opened last.
    app.setJumpList([{ type: "recent" }, { type: "tasks", items }]);
  }
  app.dock?.setMenu(
    Menu.buildFromTemplate(
      TASKS.map(({ screen, label }) => ({ label: title(label), click: () => show(screen) })),
    ),
  );
}

/** Without the mark of the letter that chooses it in a menu. */
function title(label: string): string {
  return t(label).replace("&", "");
}
