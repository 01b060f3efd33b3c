import { existsSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { isCliStart } from "../../../../main/cli/start-words.ts";
import { runElectronCli } from "../../../../main/entries/electron-cli.ts";
import { createElectronSecrets } from "../../../../main/hosts/electron/system/secrets.ts";
import { DATABASE_FILE, openDatabase } from "../../../../main/records/database/open.ts";
import { openVault } from "../../../../main/records/vault/vault.ts";
import { expectOwnerOnly } from "../../../helpers/posix.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { app, NO_KEY_RING, told } from "../stand-in/index.ts";

it("the installed program takes the command line's words, without a window", async () => {
  const dataDir = tempDir();
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  // As an AppImage hands them on where Linux allows no user namespaces.
  const words = ["--no-sandbox", "profile", "list", "--json", "--data-dir", dataDir];
  expect(isCliStart(words)).toBe(true);
  const status = await runElectronCli(words);
  write.mockRestore();
  expect(status).toBe(0);
  expect(JSON.parse(written.join(""))).toBeTypeOf("object");
  expect(told.windows).toEqual([]);
  expect(told.paths.get("userData")).toBe(dataDir);
});

it.each([
  [["--help"], true],
  [["history", "list", "--data-dir"], true],
  [["imprt", "list.csv"], true],
  [["/home/ana/customers.csv"], false],
  [["file:///home/ana/customers.csv"], false],
  [["customers.csv"], false],
  [["main"], false],
  [["--show=queue", "--data-dir", "folder"], false],
  [[], false],
])("of %o it knows whether they are a command", (words, isCommand) => {
  expect(isCliStart(words)).toBe(isCommand);
});

it.each([
  [["history", "list", "--data-dir"], 2, "usage-value-missing"],
  [["imprt", "list.csv"], 2, "usage-command-unknown"],
  [["history", "list", "--data-dir", import.meta.filename], 1, "data-folder-is-file"],
])(
  "what is wrong with %o is told with its status, and no box waits for anybody",
  async (words, wanted, code) => {
    const written: string[] = [];
    const write = (text: unknown) => {
      written.push(String(text));
      return true;
    };
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation(write),
    );
    const status = await runElectronCli([...words.slice(0, 1), "--json", ...words.slice(1)]);
    for (const spy of spies) spy.mockRestore();
    expect(status).toBe(wanted);
    expect(written.join("")).toContain(`"code": "${code}"`);
    expect(told.boxes).toEqual([]);
  },
);

it("signals are heard when Electron is ready, as it puts its own answer in their place before", async () => {
  const heard = () => process.listenerCount("SIGTERM");
  const before = heard();
  let whenReady = -1;
  const ready = vi.spyOn(app, "whenReady").mockImplementation(async () => {
    whenReady = heard();
  });
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await runElectronCli(["--version", "--data-dir", tempDir()]);
  write.mockRestore();
  ready.mockRestore();
  expect([whenReady, heard()]).toEqual([before, before + 1]);
});

it("its secrets are the system's, as the window's are", async () => {
  const dataDir = tempDir();
  const status = await runElectronCli(["history", "list", "--json", "--data-dir", dataDir]);
  expect(status).toBe(0);
  const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
  expect(db.prepare("SELECT protection FROM vault").pluck().get()).toBe("system");
  db.close();
});

const ADDRESS = ["--url=https://api.example/", "--user", "u", "--account", "a"];

/** Linux as it is on a server: Electron then encrypts by a password that everybody knows. */
function withoutKeyRing(): void {
  const before = told.storage;
  told.storage = { ...NO_KEY_RING };
  onTestFinished(() => {
    told.storage = before;
  });
}

it.runIf(process.platform === "linux")(
  "without a key ring a new data folder gets a key file, and an API key is kept and told how",
  async () => {
    withoutKeyRing();
    const dataDir = tempDir();
    const said: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation((text) => {
        said.push(String(text));
        return true;
      }),
    );
    vi.stubEnv("LOYALTY_TEST_KEY", "k-4711-only-for-this-test");
    const rest = ["--key-env", "LOYALTY_TEST_KEY", "--data-dir", dataDir];
    const status = await runElectronCli(["profile", "add", "Shop", ...ADDRESS, ...rest]);
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    expect(status).toBe(0);
    expect(said.join("")).toContain("not by a key store of the system");
    expectOwnerOnly(join(dataDir, "key"));
    const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
    expect(db.prepare("SELECT protection FROM vault").pluck().get()).toBe("key-file");
    db.close();
  },
);

it.runIf(process.platform === "linux")(
  "in a folder that the window made without a key ring, a key needs the consent given there",
  async () => {
    withoutKeyRing();
    const dataDir = tempDir();
    const db = openDatabase(dataDir);
    await openVault(db, await createElectronSecrets(dataDir));
    db.close();
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const status = await runElectronCli(["profile", "add", "A", ...ADDRESS, "--data-dir", dataDir]);
    const said = write.mock.calls.map(([text]) => String(text)).join("");
    write.mockRestore();
    expect(status).toBe(1);
    expect(said).toContain("agree in the window");
    expect(existsSync(join(dataDir, "key"))).toBe(false);
  },
);
