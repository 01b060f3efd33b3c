import { z } from "zod";
import {
  COMPATIBILITY,
  CONDITIONS,
  DUPLICATES,
  OUTPUT_FORMATS,
  REPEATED_ROWS,
} from "../choices.ts";
import { MOST_AT_ONCE } from "../connection-settings.ts";
import { type FieldName, isFieldName, MAX_VALUE_PAIRS } from "../fields.ts";
import { importStates } from "../import-states.ts";
import { dateFormats } from "../lists/date-formats.ts";

/** One call of the contract: the schema of its input, the type of its result. */
interface CallShape<I extends z.ZodType, R> {
  readonly input: I;
  /** Type only; never present at run time. */
  readonly result?: R;
}

export function call<R>() {
  return <I extends z.ZodType>(input: I): CallShape<I, R> => ({ input });
}

export const id = z.int().positive();
export const nothing = z.strictObject({});
export const text = z.string().max(1000);
export const field = z.custom<FieldName>(
  (value) => typeof value === "string" && isFieldName(value),
  "not a field of the platform",
);
export const mappingName = z.string().trim().min(1).max(200);
export const importState = z.enum(importStates);
export const customer = z.string().trim().min(1).max(200);
/** Begun at or after `from`, before `until`. */
export const period = { from: z.int().exactOptional(), until: z.int().exactOptional() };
export const page = { offset: z.int().min(0), limit: z.int().min(1).max(1000) };

const transform = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("trim") }),
  z.strictObject({ kind: z.literal("collapse-blanks") }),
  z.strictObject({ kind: z.literal("case"), to: z.enum(["upper", "lower", "title"]) }),
  z.strictObject({ kind: z.literal("digits-only") }),
  z.strictObject({ kind: z.literal("international-phone") }),
  z.strictObject({
    kind: z.literal("split"),
    by: z.enum(["blank", "comma"]),
    take: z.enum(["first", "rest", "last"]),
    proven: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("replace-values"),
    pairs: z
      .array(z.tuple([text.min(1), text]).readonly())
      .max(MAX_VALUE_PAIRS)
      .readonly(),
  }),
  z.strictObject({ kind: z.literal("default"), value: text }),
  z.strictObject({ kind: z.literal("replace"), find: text.min(1), with: text }),
]);

export const mappingSchema = z
  .array(
    z.strictObject({
      field,
      columns: z.array(z.int().min(0).max(16_383)).max(10).readonly(),
      fixed: text.exactOptional(),
      transforms: z.array(transform).max(20).readonly(),
      dateFormat: z.enum(dateFormats).exactOptional(),
      dateSource: z.enum(["proven", "kept"]).exactOptional(),
      amountFormat: z.enum(["point", "comma"]).exactOptional(),
      confidence: z.enum(["certain", "likely", "unsure"]).exactOptional(),
    }),
  )
  .max(500)
  .readonly();

export const campaignId = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^,|\s]+$/, "a campaign id holds no comma, bar or blank");

export const conditionSchema = z.strictObject({
  column: z.string().max(10_000),
  kind: z.enum(CONDITIONS),
  value: text,
});

export const optionsSchema = z.strictObject({
  connectionId: id.nullable(),
  campaigns: z.array(campaignId).max(100).readonly(),
  duplicates: z.enum(DUPLICATES),
  generateCardNumbers: z.int().min(4).max(32).nullable(),
  keepUndoState: z.boolean(),
  repeatedRows: z.enum(REPEATED_ROWS),
  repeatedEmail: z.enum(REPEATED_ROWS).exactOptional(),
  repeatedPhone: z.enum(REPEATED_ROWS).exactOptional(),
  conditions: z.array(conditionSchema).max(20).readonly().exactOptional(),
  onlyChanged: z.boolean().exactOptional(),
});

export const connectionSettingsSchema = z.strictObject({
  output: z.enum(OUTPUT_FORMATS),
  campaigns: z.array(campaignId).max(100).readonly(),
  duplicates: z.enum(DUPLICATES),
  keepUndoState: z.boolean(),
  batchRows: z.int().min(1).max(10_000),
  batchBytes: z
    .int()
    .min(1024)
    .max(16 * 1024 * 1024),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
  parallel: z.int().min(1).max(MOST_AT_ONCE).exactOptional(),
  compatibility: z.strictObject({
    dataParameter: z.enum(COMPATIBILITY.dataParameter),
    campaignSeparator: z.enum(COMPATIBILITY.campaignSeparator),
    keyParameter: z.enum(COMPATIBILITY.keyParameter),
    lineBreak: z.enum(COMPATIBILITY.lineBreak),
  }),
  customFields: z.record(z.string(), z.string().max(200)),
});
