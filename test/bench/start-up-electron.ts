import { join } from "node:path";
import { _electron } from "playwright-core";
import { ROOT } from "../../main/start/root.ts";

const ROUNDS = 5;

/** Milliseconds from the start of a program in Electron until its first heading can be read. */
async function timeToHeading(executablePath: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  const program = await _electron.launch({ executablePath, args: [...args] });
  try {
    const page = await program.firstWindow();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    return performance.now() - began;
  } finally {
    await program.close();
  }
}

export interface ElectronStart {
  /** Medians, in milliseconds. */
  readonly bare: number;
  readonly program: number;
}

/** The program on a data folder beside a bare window of the same Electron, turn by turn. */
export async function measureElectronStart(
  electron: string,
  dataDir: string,
): Promise<ElectronStart> {
  const bare: number[] = [];
  const program: number[] = [];
  // The first of each warms the disk.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const empty = await timeToHeading(electron, [join(import.meta.dirname, "bare-electron.cjs")]);
    const full = await timeToHeading(electron, [ROOT, "--data-dir", dataDir]);
    if (round === 0) continue;
    bare.push(empty);
    program.push(full);
  }
  return { bare: median(bare), program: median(program) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
