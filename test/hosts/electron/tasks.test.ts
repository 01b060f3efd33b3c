import { afterEach, expect, it, vi } from "vitest";
import { setUpTasks } from "../../../main/hosts/electron/tasks.ts";
import { ownArguments, readStartOptions } from "../../../main/hosts/start-options.ts";
import { told } from "./stand-in.ts";

const platform = process.platform;
afterEach(() => {
  Object.defineProperty(process, "platform", { value: platform });
  told.packaged = false;
  told.tasks = [];
});

it("Windows' jump list starts the installed program with words that lead to the screen", () => {
  Object.defineProperty(process, "platform", { value: "win32" });
  told.packaged = true;
  setUpTasks(() => undefined, null);
  const tasks = told.tasks as readonly { title: string; program: string; arguments: string }[];
  expect(tasks.map(({ title }) => title)).toEqual([
    "New import",
    "Show the queue",
    "Show the history",
  ]);
  const screens = tasks.map((task) => {
    expect(task.program).toBe(process.execPath);
    return readStartOptions(ownArguments(task.arguments.split(" "))).screen;
  });
  expect(screens).toEqual(["import", "queue", "history"]);
  setUpTasks(() => undefined, "C:\\Own data");
  expect(told.tasks[1]).toMatchObject({ arguments: '--show=queue --data-dir="C:\\Own data"' });
});

it("the dock's menu leads to the screens in the program that runs; no jump list is made elsewhere", () => {
  const show = vi.fn<(screen: string) => void>();
  setUpTasks(show, null);
  for (const item of told.dockMenu) item.click?.();
  expect(show.mock.calls.map(([screen]) => screen)).toEqual(["import", "queue", "history"]);
  expect(told.tasks).toEqual([]);
});
