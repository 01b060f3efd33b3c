import { existsSync, writeFileSync } from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "./stand-in/index.ts";

let dir = "";
let path = "";
beforeEach(() => {
  dir = tempDir();
  path = join(dir, "temporary");
  writeFileSync(path, "rows");
  told.saveTo = null;
});

it("a file saved where nobody can be kept from reading it is saved all the same", async () => {
  told.saveTo = join(dir, "share.csv");
  const refusal = Object.assign(new Error("chmod"), { code: "EPERM" });
  const chmod = vi.spyOn(fs, "chmod").mockRejectedValue(refusal);
  syncBuiltinESMExports();
  try {
    const host = createElectronHost(await createElectronSecrets(dir));
    expect(await host.saveFile(path, "a.csv")).toMatchObject({ saved: true });
    expect(chmod).toHaveBeenCalled();
  } finally {
    chmod.mockRestore();
    syncBuiltinESMExports();
  }
});

it("a user who thinks better of it leaves no file behind", async () => {
  const saved = await createElectronHost(await createElectronSecrets(dir)).saveFile(
    path,
    "proposed.csv",
  );
  expect(saved).toEqual({ fileName: "proposed.csv", saved: false, downloadPath: null });
  expect(existsSync(path)).toBe(false);
});

it("a place that cannot be written to is said, and the temporary file is gone", async () => {
  told.saveTo = join(dir, "no", "such", "folder.csv");
  await expect(
    createElectronHost(await createElectronSecrets(dir)).saveFile(path, "a.csv"),
  ).rejects.toThrow(/another folder/);
  expect(existsSync(path)).toBe(false);
});

it("notifications are the system's, and a click on one leads to the program", async () => {
  const onNotice = vi.fn<() => void>();
  createElectronHost(await createElectronSecrets(dir), onNotice).notify("Import", "Done");
  const [notice] = told.notifications;
  expect(notice?.options).toEqual({ title: "Import", body: "Done" });
  expect(onNotice).not.toHaveBeenCalled();
  notice?.emit("click");
  expect(onNotice).toHaveBeenCalledOnce();
});

it("a folder that does not open is named", async () => {
  const host = createElectronHost(await createElectronSecrets(dir));
  await host.openFolder(dir);
  told.openPathProblem = "no application";
  await expect(host.openFolder(dir)).rejects.toThrow(dir);
});
