import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { speak } from "../../../../main/common/text.ts";
import { setUpMenu } from "../../../../main/hosts/electron/window/menu.ts";
import { openWindow } from "../../../../main/hosts/electron/window/window.ts";
import { LANGUAGES } from "../../../../preload/languages.ts";
import { suiteDir } from "../../../helpers/temp-dir.ts";
import { type MenuItem, told } from "../stand-in/index.ts";

const platform = process.platform;
const actions = { open: vi.fn(), show: vi.fn(), openLogs: vi.fn() };

function menuOn(system: NodeJS.Platform): readonly MenuItem[] {
  Object.defineProperty(process, "platform", { value: system });
  setUpMenu(actions);
  return plain(told.menu);
}

/** Without the marks of letters to press, which have a test of their own. */
function plain(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.map((item) => ({
    ...item,
    ...(item.label === undefined ? {} : { label: item.label.replace("&", "") }),
    ...(item.submenu === undefined ? {} : { submenu: plain(item.submenu) }),
  }));
}

function all(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.flatMap((item) => [item, ...all(item.submenu ?? [])]);
}

function rolesOf(items: readonly MenuItem[]): readonly string[] {
  return all(items).flatMap(({ role }) => (role === undefined ? [] : [role]));
}

afterEach(async () => {
  Object.defineProperty(process, "platform", { value: platform });
  told.packaged = false;
  told.popups.length = 0;
  await speak("en");
});

describe("the menu", () => {
  const everywhere = ["undo", "redo", "cut", "copy", "paste", "selectAll", "togglefullscreen"];

  it.each([
    ["win32", ["File", "Edit", "View", "Window", "Help"], ["quit", "minimize", "close"]],
    ["linux", ["File", "Edit", "View", "Window", "Help"], ["quit", "minimize", "close"]],
    [
      "darwin",
      ["Loyalty Importer", "File", "Edit", "View", "Window", "Help"],
      ["services", "hide", "hideOthers", "unhide", "quit", "recentDocuments", "zoom", "front"],
    ],
  ] as const)("has on %s what programs have there", (system, titles, roles) => {
    const menu = menuOn(system);
    expect(menu.map(({ label }) => label)).toEqual(titles);
    expect(rolesOf(menu)).toEqual(expect.arrayContaining([...everywhere, ...roles]));
  });

  it("leads to the screens by the platform's shortcuts", () => {
    const byKey = new Map(all(menuOn("linux")).map((item) => [item.accelerator, item]));
    byKey.get("CmdOrCtrl+N")?.click?.();
    byKey.get("CmdOrCtrl+,")?.click?.();
    expect(actions.show.mock.calls).toEqual([["import"], ["settings"]]);
    expect(byKey.has("CmdOrCtrl+O")).toBe(true);
  });

  it.each(["win32", "linux", "darwin"] as const)("leads on %s to what the program is", (system) => {
    actions.show.mockClear();
    all(menuOn(system))
      .find(({ label }) => label === "About Loyalty Importer")
      ?.click?.();
    expect(actions.show.mock.calls).toEqual([["about"]]);
  });

  it("is in the program's language, with Electron's own items", async () => {
    const english = new Set(all(menuOn("darwin")).map(({ label }) => label));
    await speak("es");
    const spanish = all(menuOn("darwin")).map(({ label }) => label);
    const same = spanish.filter((label) => label !== undefined && english.has(label));
    expect(same).toEqual(["Loyalty Importer", "Zoom"]);
    expect(spanish).toContain("Salir de Loyalty Importer");
  });

  it.each(LANGUAGES)("is worked by Alt and one letter an item, in %s", async (language) => {
    await speak(language);
    menuOn("win32");
    const levels = [told.menu, ...told.menu.map(({ submenu }) => submenu ?? [])];
    for (const level of levels) {
      const labels = level.flatMap(({ label, visible }) =>
        label === undefined || visible === false ? [] : [label],
      );
      const letters = labels.map((label) => /&(\p{L})/u.exec(label)?.[1]?.toLowerCase());
      expect(letters, labels.join()).not.toContain(undefined);
      expect(new Set(letters).size, labels.join()).toBe(labels.length);
    }
  });

  it("has developer tools only while developing", () => {
    expect(rolesOf(menuOn("linux"))).toContain("toggleDevTools");
    told.packaged = true;
    expect(rolesOf(menuOn("linux"))).not.toContain("toggleDevTools");
  });
});

describe("a right click", () => {
  const suite = suiteDir();
  beforeAll(() => openWindow(suite, () => undefined));

  function offered(on: { readonly isEditable: boolean; readonly selectionText: string }) {
    const editFlags = { canCopy: on.selectionText !== "", canPaste: true, canUndo: false };
    told.windows.at(-1)?.webContents.emit("context-menu", {}, { ...on, editFlags });
    return told.popups.at(-1);
  }

  it("on chosen text offers to copy it, and on nothing offers nothing", () => {
    expect(offered({ isEditable: false, selectionText: "Ana" })).toMatchObject([{ role: "copy" }]);
    told.popups.length = 0;
    expect(offered({ isEditable: false, selectionText: " " })).toBeUndefined();
  });
});
