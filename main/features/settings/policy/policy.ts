import { z } from "zod";
import { appCalls } from "../../../../preload/contract/app.ts";
import { connectionSettingsSchema } from "../../../../preload/contract/shapes.ts";

/** Every setting that a user can choose, but for what a first word has told them. */
const settings = appCalls["settings.set"].input.omit({ welcomed: true });

/** What an administrator may lock: a user's setting, or the connections that the policy presets. */
const LOCKS = [...settings.keyof().options, "connections"] as const;
export type Lock = (typeof LOCKS)[number];

const httpsAddress = z.url({ protocol: /^https$/ }).max(2000);

const { compatibility } = connectionSettingsSchema.shape;
/** Every setting of a connection, each where it is not left to the user. */
const connectionSettings = connectionSettingsSchema
  .extend({ compatibility: compatibility.partial() })
  .partial();

const connection = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: httpsAddress,
  /** Where absent each user enters it, like the API key, which no policy may hold. */
  userId: z.string().trim().min(1).max(200).exactOptional(),
  accountId: z.string().trim().min(1).max(200).exactOptional(),
  settings: connectionSettings.exactOptional(),
});

/** The administrator's policy file; see docs/administrators.md. */
export const policySchema = z.strictObject({
  settings: settings.exactOptional(),
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
