import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { HOSTILE_LISTS } from "../helpers/hostile-lists.ts";
import { suiteDir } from "../helpers/temp-dir.ts";
import { writeZip } from "../helpers/zip-writer.ts";

const LOOK = join(import.meta.dirname, "../helpers/processes/look-process.ts");
const MAX_MIB = 512;
/** Ten seconds on a machine of our own; others have more to do. */
const MAX_MS = 30_000;

describe("a file that was made to fill the memory is refused, or read, within 512 MiB", () => {
  const dir = suiteDir();

  it.each(HOSTILE_LISTS)("$title ($name)", { timeout: 120_000 }, async (list) => {
    const path = join(dir, list.name);
    if (list.parts !== undefined) await writeZip(path, list.parts());
    else if (list.bytes !== undefined) writeFileSync(path, list.bytes());
    // Half of what is allowed is V8's: bytes outside of its heap count as well.
    const words = ["--max-old-space-size=256", LOOK, path];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const { looked, read, ms, peakMiB } = JSON.parse(stdout);
    expect(read).toMatch(list.ends);
    expect(looked).toMatch(/^(?:read|file-[a-z-]+)$/);
    expect(peakMiB).toBeLessThanOrEqual(MAX_MIB);
    expect(ms).toBeLessThanOrEqual(MAX_MS);
  });
});
