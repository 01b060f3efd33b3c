import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAlerts } from "../../../main/records/alerts.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { cli } from "../../cli/cli.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

describe.skipIf(process.platform === "win32")("a data folder that was there before", () => {
  function folder(mode: number): string {
    const dir = join(tempDir(), "data");
    mkdirSync(dir);
    chmodSync(dir, mode);
    return dir;
  }

  test.each([0o755, 0o777, 0o750, 0o701])("with the rights %o is its owner's alone", (mode) => {
    const dir = folder(mode);
    const db = openDatabase(dir);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readAlerts(db)).toEqual([]);
    db.close();
  });

  test("that many people use keeps its rights, which is said once as long as it is so", async () => {
    const { run, dataDir } = cli();
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o1777);
    const first = await run(["profile", "list"]);
    expect(first.err).toContain(`may look into the data folder ${dataDir}`);
    expect(statSync(dataDir).mode & 0o7777).toBe(0o1777);
    expect((await run(["profile", "list"])).err).toBe("");
    chmodSync(dataDir, 0o700);
    expect((await run(["profile", "list"])).err).toBe("");
    chmodSync(dataDir, 0o1777);
    expect((await run(["profile", "list"])).err).toContain("could not be narrowed");
  });
});
