import { z } from "zod";
import type { Campaign, Connection, CustomFieldLabel, SavedFile } from "../types.ts";
import { call, connectionSettingsSchema, id, nothing } from "./shapes.ts";

export const connectionsCalls = {
  "connections.list": call<readonly Connection[]>()(nothing),
  /** The connection that a new list is proposed for. */
  "connections.proposed": call<{ readonly id: number | null }>()(nothing),
  "connections.save": call<Connection>()(
    z.strictObject({
      /** null: a new one. */
      id: id.nullable(),
      name: z.string().trim().min(1).max(100),
      url: z.string().trim().min(1).max(2000),
      userId: z.string().trim().min(1).max(200),
      accountId: z.string().trim().min(1).max(200),
      /** null keeps the key that is there. */
      apiKey: z.string().min(1).max(1000).nullable(),
      settings: connectionSettingsSchema,
      /** The user agrees that the key is kept without a key store; refused without it there. */
      acceptWeakKeyStore: z.boolean().exactOptional(),
    }),
  ),
  "connections.remove": call<null>()(z.strictObject({ id })),
  "connections.test": call<{ readonly accountName: string }>()(z.strictObject({ id })),
  /** Names of campaigns by id as they are known here, without asking the platform. */
  "connections.campaignNames": call<Readonly<Record<string, string>>>()(z.strictObject({ id })),
  "connections.campaigns": call<readonly Campaign[]>()(z.strictObject({ id })),
  /** Saves an empty workbook with a column for each field, to be filled in. */
  "connections.saveListToFill": call<SavedFile>()(z.strictObject({ id })),
  "connections.customFields": call<readonly CustomFieldLabel[]>()(z.strictObject({ id })),
} as const;
