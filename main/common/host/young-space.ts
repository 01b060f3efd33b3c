import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

const ENOUGH_BYTES = 16 * 1024 * 1024;

let held = false;

/**
 * Keeps V8's space for young objects from growing to 128 MiB, in a process that was started
 * without `--max-semi-space-size` (which cannot be set later; the growth can). To be called now
 * and then while rows are in work; not in Electron, whose V8 takes no flags once it runs.
 */
export function holdYoungSpace(): void {
  if (held || process.versions.electron !== undefined) return;
  const young = getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
  if (young === undefined || young.space_size < ENOUGH_BYTES) return;
  setFlagsFromString("--semi-space-growth-factor=1");
  held = true;
}

/**
 * Threads that are started from now on begin with a space for young objects of this size. A small
 * one is emptied many times while it grows, and grows no more once {@link holdYoungSpace} was called.
 * @param mebibytes of each half of the space
 */
export function beginThreadsWith(mebibytes: number): void {
  if (process.versions.electron !== undefined) return;
  setFlagsFromString(`--min-semi-space-size=${mebibytes}`);
}
