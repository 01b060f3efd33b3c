import { z } from "zod";
import { LANGUAGES } from "../languages.ts";
import { FORMAT_LOCALES } from "../lists/format-locales.ts";
import type {
  Alert,
  AppInfo,
  Licence,
  Page,
  PracticeCustomer,
  PracticeStatus,
  SavedFile,
  Settings,
} from "../types.ts";
import { call, nothing, page } from "./shapes.ts";

export const appCalls = {
  "app.info": call<AppInfo>()(nothing),
  "app.openLogFolder": call<null>()(nothing),
  /** The page's browser says that the network is there again. */
  "app.networkBack": call<null>()(nothing),
  /** What support needs to know; without personal data and secrets. */
  "app.supportBundle": call<SavedFile>()(nothing),
  /** The licences of everything that is built into the program. */
  "app.licences": call<readonly Licence[]>()(nothing),
  "app.alerts": call<readonly Alert[]>()(nothing),
  /** Says yes or no to what is asked; closes what is told. */
  "app.answerAlert": call<readonly Alert[]>()(
    z.strictObject({
      code: z.enum(["restore-interrupted", "folder-open", "retention"]),
      yes: z.boolean(),
    }),
  ),
  "settings.get": call<Settings>()(nothing),
  "settings.set": call<Settings>()(
    z.strictObject({
      language: z.enum(["system", ...LANGUAGES]).exactOptional(),
      formats: z.enum(["system", ...FORMAT_LOCALES]).exactOptional(),
      theme: z.enum(["system", "light", "dark"]).exactOptional(),
      retentionDays: z.int().min(1).max(3650).exactOptional(),
      batchRows: z.int().min(1).max(10_000).exactOptional(),
      welcomed: z.boolean().exactOptional(),
    }),
  ),
  "practice.status": call<PracticeStatus>()(nothing),
  "practice.start": call<PracticeStatus>()(nothing),
  /** What the practice account holds, in the order it came; passwords and PINs are masked. */
  "practice.customers": call<Page<PracticeCustomer>>()(z.strictObject(page)),
  /** Takes every customer out of the practice account; its campaigns stay. */
  "practice.empty": call<{ readonly removed: number }>()(nothing),
} as const;
