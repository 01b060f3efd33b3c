import { chmodSync, statSync } from "node:fs";

const STICKY = 0o1000;
const OTHERS = 0o077;

/**
 * Takes the rights of others off a data folder that was there before. Not off one that belongs to
 * somebody else, or that many people put their files into; Windows has no such rights.
 * @returns whether it is its owner's alone
 */
export function narrowFolder(path: string): boolean {
  if (process.platform === "win32") return true;
  const { mode, uid } = statSync(path);
  if ((mode & OTHERS) === 0) return true;
  if (uid !== process.getuid?.() || (mode & STICKY) !== 0) return false;
  try {
    chmodSync(path, 0o700);
  } catch {
    return false;
  }
  // Some file systems take the call and keep the rights.
  return (statSync(path).mode & OTHERS) === 0;
}
