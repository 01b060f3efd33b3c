import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { DATABASE_FILE } from "../../../main/database/open.ts";
import { runElectronCli } from "../../../main/hosts/electron/run-electron-cli.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "./stand-in.ts";

it("the installed program takes the command line's words, without a window", async () => {
  const dataDir = tempDir();
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const status = await runElectronCli(["profile", "list", "--json", "--data-dir", dataDir]);
  write.mockRestore();
  expect(status).toBe(0);
  expect(JSON.parse(written.join(""))).toBeTypeOf("object");
  expect(told.windows).toEqual([]);
  expect(told.switches).toEqual(["disable-http2", "disable-quic"]);
  expect(told.paths.get("userData")).toBe(dataDir);
});

it("its secrets are the system's, as the window's are", async () => {
  const dataDir = tempDir();
  const status = await runElectronCli(["history", "list", "--json", "--data-dir", dataDir]);
  expect(status).toBe(0);
  const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
  expect(db.prepare("SELECT protection FROM vault").pluck().get()).toBe("system");
  db.close();
});
