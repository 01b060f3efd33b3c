import { beforeEach, expect, it } from "vitest";
import { reloadAfterCrash } from "../../../../main/hosts/electron/page/page-crash.ts";
import { BrowserWindow, told } from "../stand-in/index.ts";

let window: BrowserWindow;
beforeEach(() => {
  told.boxes.length = 0;
  told.quits = 0;
  window = new BrowserWindow({});
  reloadAfterCrash(window as never);
});

const end = (reason: string) => window.webContents.emit("render-process-gone", {}, { reason });

it("a page whose process was killed comes again; one that ended by itself does not", () => {
  end("clean-exit");
  expect(window.reloads).toBe(0);
  end("killed");
  end("oom");
  expect(window.reloads).toBe(2);
  expect(told.boxes).toEqual([]);
});

it("a page that ends again and again is not opened for ever: the program says so and ends", () => {
  for (let time = 0; time < 4; time += 1) end("crashed");
  expect(window.reloads).toBe(3);
  expect(told.boxes[0]?.message).toContain("what waits to be sent is kept");
  expect(window.destroyed).toBe(true);
  expect(told.quits).toBe(1);
});
