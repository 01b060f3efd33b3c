import { z } from "zod";
import { FORMAT_LOCALES } from "../../preload/format-locales.ts";

/** What an administrator may lock: a user's setting, or the connections that the policy presets. */
export const LOCKS = [
  "language",
  "formats",
  "theme",
  "retentionDays",
  "batchRows",
  "connections",
] as const;
export type Lock = (typeof LOCKS)[number];

const httpsAddress = z.url({ protocol: /^https$/ }).max(2000);

const connection = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: httpsAddress,
  /** Where absent each user enters it, like the API key, which no policy may hold. */
  userId: z.string().trim().min(1).max(200).exactOptional(),
  accountId: z.string().trim().min(1).max(200).exactOptional(),
});

/** The administrator's policy file; see docs/administrators.md. */
export const policySchema = z.strictObject({
  settings: z
    .strictObject({
      language: z.enum(["system", "en", "es"]).exactOptional(),
      formats: z.enum(["system", ...FORMAT_LOCALES]).exactOptional(),
      theme: z.enum(["system", "light", "dark"]).exactOptional(),
      retentionDays: z.int().min(1).max(3650).exactOptional(),
      batchRows: z.int().min(1).max(10_000).exactOptional(),
    })
    .exactOptional(),
  connections: z.array(connection).max(50).readonly().exactOptional(),
  locked: z.array(z.enum(LOCKS)).readonly().exactOptional(),
  updates: z.strictObject({ feed: httpsAddress }).exactOptional(),
});

export type PolicyConnection = z.infer<typeof connection>;

export interface Policy extends z.infer<typeof policySchema> {
  /** The file, or "environment", or null where nobody has set anything. */
  readonly source: string | null;
}

export const NO_POLICY: Policy = { source: null };

export function isLocked(policy: Policy, lock: Lock): boolean {
  return policy.locked?.includes(lock) ?? false;
}
