import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ElectronApplication } from "playwright-core";
import { inject } from "vitest";
import { ownLines } from "./own-lines.ts";
import { startWords } from "./prepare.ts";

/**
 * What a person does to the program from outside of its page. Playwright calls by the debugger,
 * which breaks in anywhere, in the middle of a query too: what a person does waits for a turn of
 * its own, as the system's events do.
 */

/** Presses a key with the program's window in front, so that menus hear it before the page. */
export async function press(
  app: ElectronApplication,
  keyCode: string,
  modifiers: readonly ("control" | "shift" | "alt")[] = [],
): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow }, key) => {
      await new Promise((turn) => setImmediate(turn));
      const [window] = BrowserWindow.getAllWindows();
      for (const type of ["keyDown", "keyUp"] as const) {
        window?.webContents.sendInputEvent({
          type,
          keyCode: key.keyCode,
          modifiers: [...key.modifiers],
        });
      }
    },
    { keyCode, modifiers },
  );
}

/** Chooses an item of the menu by its role or by its text, in whichever submenu it is. */
export async function chooseInMenu(app: ElectronApplication, name: string): Promise<void> {
  await app.evaluate(async ({ Menu, BrowserWindow }, wanted) => {
    await new Promise((turn) => setImmediate(turn));
    const [window] = BrowserWindow.getAllWindows();
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    const item = items?.find(({ role, label }) => [role, label.replace("&", "")].includes(wanted));
    if (item === undefined) throw new Error(`The menu has no ${wanted}.`);
    // As a click does it; a role's own work is done for the window in front.
    item.click(undefined, window, window?.webContents);
  }, name);
}

/** The texts of the menu and of its submenus, without the mark of the letter to press. */
export async function menuTexts(
  app: ElectronApplication,
): Promise<readonly { readonly menu: string; readonly items: readonly string[] }[]> {
  return app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
      menu: label.replace("&", ""),
      items: (submenu?.items ?? [])
        .filter(({ type, visible }) => type !== "separator" && visible)
        .map((item) => item.label.replace("&", "")),
    })),
  );
}

/**
 * What the system's dialogs answer from now on: a person cannot press their buttons here. They take
 * a moment, as every person does.
 */
export async function answerDialogs(
  app: ElectronApplication,
  answers: {
    readonly open?: readonly string[];
    readonly save?: string | null;
    /** The number of the button. */
    readonly box?: number;
  },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save, box }) => {
    const asked: unknown[] = [];
    Reflect.set(globalThis, "asked", asked);
    const keep = async (args: unknown[]) => {
      await new Promise((done) => setTimeout(done, 100));
      asked.push(args.at(-1));
    };
    Object.assign(dialog, {
      async showOpenDialog(...args: unknown[]) {
        await keep(args);
        return { canceled: open === undefined, filePaths: open ?? [] };
      },
      async showSaveDialog(...args: unknown[]) {
        await keep(args);
        return { canceled: save === null || save === undefined, filePath: save ?? "" };
      },
      async showMessageBox(...args: unknown[]) {
        await keep(args);
        return { response: box ?? 0, checkboxChecked: false };
      },
      showMessageBoxSync(...args: unknown[]) {
        asked.push(args.at(-1));
        return box ?? 0;
      },
      showErrorBox(title: string, message: string) {
        asked.push({ title, message });
      },
    });
  }, answers);
}

/** The dialogs that were answered since then: their options. */
export async function askedDialogs(
  app: ElectronApplication,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return app.evaluate(() => Reflect.get(globalThis, "asked") ?? []);
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program without Playwright until it ends: another start, or its command line. */
export async function run(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const electron = inject("electron");
  if (electron.kind === "unavailable") throw new Error(electron.reason);
  const start = startWords(electron, words, env);
  const child = spawn(start.command, start.words, { env: start.env });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  }
  const [status] = await once(child, "close");
  return { status, stdout: said.stdout, stderr: ownLines(said.stderr) };
}
