import { beforeAll, beforeEach, expect, it } from "vitest";
import { serveCalls } from "../../../main/hosts/electron/calls.ts";
import { openWindow } from "../../../main/hosts/electron/window.ts";
import type { Bridge } from "../../../preload/bridge.ts";
import { suiteDir } from "../../helpers/temp-dir.ts";
import { type FakeApp, fakeApp } from "../fake-app.ts";
import { told } from "./stand-in.ts";

const suite = suiteDir();
let app: FakeApp;
let bridge: Bridge;
beforeAll(async () => {
  await import("../../../preload/index.ts");
  bridge = told.exposed.get("loyalty") as Bridge;
  await openWindow(suite, () => undefined);
});
beforeEach(() => {
  app = fakeApp();
  serveCalls(app);
  told.frame = null;
});

it("the page gets three functions and nothing of Electron", () => {
  expect(Object.keys(bridge).sort()).toEqual(["acceptFile", "call", "subscribe"]);
  expect([...told.exposed.keys()]).toEqual(["loyalty"]);
});

it("calls of the page's own top frame are answered", async () => {
  expect(await bridge.call("drafts.get", { draftId: 1 })).toEqual({
    ok: true,
    value: { name: "drafts.get", input: { draftId: 1 } },
  });
});

it.each([
  ["another frame with the same address", { url: "app://window/" }],
  ["a page of another origin", { url: "https://evil.example/" }],
])("a call of %s is refused before anything sees it", async (_name, frame) => {
  told.frame = frame;
  expect(await bridge.call("app.info", {})).toMatchObject({
    ok: false,
    error: { code: "not-allowed" },
  });
  expect(await bridge.acceptFile({} as File)).toMatchObject({ error: { code: "not-allowed" } });
  expect(app.calls).toEqual([]);
});

it("a page that has gone elsewhere has no say any more", async () => {
  const contents = told.windows[0]?.webContents;
  if (contents === undefined) throw new Error("no window");
  contents.mainFrame.url = "https://evil.example/";
  expect(await bridge.call("app.info", {})).toMatchObject({ error: { code: "not-allowed" } });
  contents.mainFrame.url = "app://window/";
});

it("the page cannot name a path; a dropped file's path is found behind its back", async () => {
  const named = await bridge.call("files.register", { path: "/etc/passwd" });
  expect(named).toMatchObject({ ok: false, error: { code: "not-allowed" } });
  expect(app.calls).toEqual([]);
  const file = new File(["x"], "list.csv");
  told.filePaths.set(file, "/home/me/list.csv");
  await bridge.acceptFile(file);
  expect(app.calls).toEqual([{ name: "files.register", input: { path: "/home/me/list.csv" } }]);
});

it("a file without a path gets a sentence that says what to do", async () => {
  expect(await bridge.acceptFile(new File(["x"], "made"))).toMatchObject({
    ok: false,
    error: { code: "file-without-path" },
  });
});
