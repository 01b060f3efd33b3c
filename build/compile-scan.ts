import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import asc from "assemblyscript/asc";

const PLAIN = join(import.meta.dirname, "../main/pipeline/sources/xlsx/plain");
export const COMPILED = join(PLAIN, "compiled-scan.ts");

/** The compiled scan of plain cells as the source file that the program is built with. */
export async function compileScan(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-scan-"));
  try {
    const { error, stderr } = await asc.main([
      join(PLAIN, "assembly", "scan.ts"),
      ...[
        "--outFile",
        join(dir, "scan.wasm"),
        "--runtime",
        "stub",
        "-O3",
        "--noAssert",
        "--use",
        "abort=",
      ],
      ...["--initialMemory", "32", "--maximumMemory", "32"],
    ]);
    if (error !== null) throw new Error(stderr.toString(), { cause: error });
    const base64 = readFileSync(join(dir, "scan.wasm")).toString("base64");
    return [
      "/** Made of assembly/scan.ts by `npm run build:scan`; a test holds the two together. */",
      `export const COMPILED_SCAN =\n  "${base64}";`,
      "",
    ].join("\n");
  } finally {
    rmSync(dir, { recursive: true });
  }
}

if (import.meta.main) writeFileSync(COMPILED, await compileScan());
