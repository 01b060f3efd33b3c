import { z } from "zod";
import type { CheckedBackup, KeptData, RestoredBackup, SavedFile } from "../types.ts";
import { call, nothing } from "./shapes.ts";

const passphrase = z.string().min(8).max(200).nullable();
const keptName = z.string().min(1).max(100);

export const backupCalls = {
  /** The whole data folder in one file, taken while the program runs. */
  "backup.create": call<SavedFile>()(
    z.strictObject({
      /** Opens the backup on another computer; null: on this one only. */
      passphrase,
    }),
  ),
  /** Reads a backup as a whole and tells what it holds; the data stays as it is. */
  "backup.check": call<CheckedBackup>()(
    z.union([
      z.strictObject({ fileId: z.string().min(1).max(100) }),
      /** Data that an earlier restore has put aside. */
      z.strictObject({ kept: keptName }),
    ]),
  ),
  /** Puts the backup that was checked last in the place of the data, which is put aside. */
  "backup.restore": call<RestoredBackup>()(
    z.strictObject({ passphrase: z.string().max(200).nullable() }),
  ),
  "backup.kept": call<readonly KeptData[]>()(nothing),
  /** Deletes data that was put aside, for good. */
  "backup.removeKept": call<null>()(z.strictObject({ kept: keptName })),
} as const;
