import { afterEach, expect, it, vi } from "vitest";
import { setUpTasks } from "../../../../main/hosts/electron/window/tasks.ts";
import { ownArguments, readStartOptions } from "../../../../main/hosts/window/start-options.ts";
import { told } from "../stand-in/index.ts";

const platform = process.platform;
afterEach(() => {
  Object.defineProperty(process, "platform", { value: platform });
  told.packaged = false;
  told.jumpList = [];
  delete process.env.PORTABLE_EXECUTABLE_FILE;
});

const tasksOf = () =>
  (told.jumpList.find(({ type }) => type === "tasks")?.items ?? []) as readonly {
    readonly title: string;
    readonly program: string;
    readonly args: string;
  }[];

it("Windows' jump list starts the installed program with words that lead to the screen", () => {
  Object.defineProperty(process, "platform", { value: "win32" });
  told.packaged = true;
  setUpTasks(() => undefined, null);
  const tasks = tasksOf();
  // Where the list is ours, the lists that were opened last are in it only if we say so.
  expect(told.jumpList[0]).toEqual({ type: "recent" });
  expect(tasks.map(({ title }) => title)).toEqual([
    "New import",
    "Show the queue",
    "Show the history",
  ]);
  const screens = tasks.map((task) => {
    expect(task.program).toBe(process.execPath);
    return readStartOptions(ownArguments(task.args.split(" "))).screen;
  });
  expect(screens).toEqual(["import", "queue", "history"]);
  setUpTasks(() => undefined, "C:\\Own data");
  expect(tasksOf()[1]).toMatchObject({ args: '--show=queue --data-dir="C:\\Own data"' });
});

it("the portable program's jump list starts the file that stays, not the folder it unpacks itself to", () => {
  Object.defineProperty(process, "platform", { value: "win32" });
  told.packaged = true;
  process.env.PORTABLE_EXECUTABLE_FILE = "E:\\Loyalty Importer.exe";
  setUpTasks(() => undefined, null);
  expect(tasksOf().map(({ program }) => program)).toEqual(
    Array.from({ length: 3 }, () => "E:\\Loyalty Importer.exe"),
  );
});

it("the dock's menu leads to the screens in the program that runs; no jump list is made elsewhere", () => {
  const show = vi.fn<(screen: string) => void>();
  setUpTasks(show, null);
  for (const item of told.dockMenu) item.click?.();
  expect(show.mock.calls.map(([screen]) => screen)).toEqual(["import", "queue", "history"]);
  expect(told.jumpList).toEqual([]);
});
