import { beforeAll, beforeEach, expect, it } from "vitest";
import { AppError } from "../../../../main/common/errors.ts";
import { serveCalls } from "../../../../main/hosts/electron/page/calls.ts";
import { emitToPage } from "../../../../main/hosts/electron/page/events.ts";
import { openWindow } from "../../../../main/hosts/electron/window/window.ts";
import { openUploads } from "../../../../main/hosts/window/uploads.ts";
import type { Bridge } from "../../../../preload/bridge.ts";
import { suiteDir } from "../../../helpers/temp-dir.ts";
import { type FakeApp, fakeApp } from "../../fake-app.ts";
import { told } from "../stand-in/index.ts";

const suite = suiteDir();
let app: FakeApp;
let bridge: Bridge;
beforeAll(async () => {
  await import("../../../../preload/index.ts");
  bridge = told.exposed.get("loyalty") as Bridge;
  await openWindow(suite, () => undefined);
});
beforeEach(async () => {
  app = fakeApp();
  void serveCalls(Promise.resolve({ services: app, uploads: await openUploads(suite) }));
});

it("the page gets three functions and nothing of Electron", () => {
  expect(Object.keys(bridge).sort()).toEqual(["acceptFile", "call", "subscribe"]);
  expect([...told.exposed.keys()]).toEqual(["loyalty"]);
});

it("calls that come while the data is opened wait for it, and hear why it does not open", async () => {
  const uploads = await openUploads(suite);
  const opening = Promise.withResolvers<{ services: FakeApp; uploads: typeof uploads }>();
  let hasAsked = false;
  void serveCalls(opening.promise).then(() => {
    hasAsked = true;
  });
  await new Promise(setImmediate);
  expect(hasAsked).toBe(false);
  const called = bridge.call("drafts.get", { draftId: 1 });
  await new Promise(setImmediate);
  expect(hasAsked).toBe(true);
  expect(app.calls).toEqual([]);
  opening.resolve({ services: app, uploads });
  expect(await called).toMatchObject({ ok: true });
  void serveCalls(Promise.reject(new AppError("disk-full")));
  expect(await bridge.call("drafts.get", { draftId: 1 })).toMatchObject({
    ok: false,
    error: { code: "disk-full" },
  });
});

it("a page that has gone elsewhere has no say any more", async () => {
  const contents = told.windows[0]?.webContents;
  if (contents === undefined) throw new Error("no window");
  contents.mainFrame.url = "https://evil.example/";
  expect(await bridge.call("app.info", {})).toMatchObject({ error: { code: "not-allowed" } });
  contents.mainFrame.url = "app://window/";
});

it("events are told to our own page only", () => {
  const contents = told.windows[0]?.webContents;
  if (contents === undefined) throw new Error("no window");
  const heard: unknown[] = [];
  const end = bridge.subscribe((event) => heard.push(event));
  emitToPage({ kind: "queue" });
  contents.mainFrame.url = "https://evil.example/";
  emitToPage({ kind: "drafts" });
  contents.mainFrame.url = "app://window/";
  end();
  emitToPage({ kind: "settings" });
  expect(heard).toEqual([{ kind: "queue" }]);
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

it("a file without a path that is too large for that gets a sentence that says what to do", async () => {
  const huge = new File(["x"], "made");
  Object.defineProperty(huge, "size", { value: 1024 ** 3 });
  expect(await bridge.acceptFile(huge)).toMatchObject({
    ok: false,
    error: { code: "file-without-path" },
  });
});
