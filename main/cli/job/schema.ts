import { z } from "zod";
import { DUPLICATES, OUTPUT_FORMATS } from "../../../preload/choices.ts";
import { STANDARD_FIELDS } from "../../../preload/fields.ts";

/** The pattern is for editors: what is checked here is cut first. */
const words = z.string().trim().min(1).max(1000).meta({ pattern: "\\S" });

/** Told here by the list's own columns and the options' own words, and to editors by their form. */
const fieldWord = words.meta({
  pattern: `^\\s*(?:${STANDARD_FIELDS.join("|")}|custom_field_[1-9][0-9]{0,3})\\s*$`,
});
const campaignWord = words.meta({ pattern: "^\\s*[^,|\\s]{1,64}\\s*$" });
const dateFormatWord = words.meta({
  pattern:
    "^\\s*(?:[Dd]{1,2}[-./ ][Mm]{1,2}[-./ ](?:[Yy]{2}|[Yy]{4})|[Mm]{1,2}[-./ ][Dd]{1,2}[-./ ](?:[Yy]{2}|[Yy]{4})|[Yy]{4}[-./ ][Mm]{1,2}[-./ ][Dd]{1,2}|[Yy]{4}[Mm]{2}[Dd]{2}|[Dd]{2}[Mm]{2}[Yy]{4}|[Mm]{2}[Dd]{2}[Yy]{4})\\s*$",
});

/** What the words of `import` refuse together, for editors. */
const TOGETHER = [
  { not: { required: ["map", "mapping"] } },
  { not: { required: ["delimiter", "linedUp"], properties: { linedUp: { const: true } } } },
  {
    if: { required: ["duplicates"], properties: { duplicates: { const: "yes" } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON schemas.
    then: { required: ["confirmOverwrite"], properties: { confirmOverwrite: { const: true } } },
  },
];

/**
 * A scheduled import in one file: the options of `import`, spelt as keys. Of it the JSON schema is
 * made that is shipped (docs/import-job.schema.json).
 */
export const jobSchema = z
  .strictObject({
    $schema: z.string().optional().describe("The address or path of this schema, for editors."),
    file: words
      .optional()
      .describe("The list; a path from the folder of the job file. Not for a watched folder."),
    profile: words.describe("The name of the connection."),
    sheet: words.optional().describe('The sheet; "A / B": several as one list; "*": all alike.'),
    headerRow: z
      .int()
      .min(0)
      .max(1_048_576)
      .optional()
      .describe("The row of the headers; 0: none."),
    encoding: words.optional().describe("The encoding of a text file."),
    delimiter: z
      .enum(["comma", "semicolon", "tab", "bar"])
      .optional()
      .describe("What separates the values of a text file."),
    linedUp: z.boolean().optional().describe("The values of a text file are lined up with blanks."),
    decodeBack: z
      .boolean()
      .optional()
      .describe("Puts letters right that a wrong encoding changed."),
    mapping: words
      .optional()
      .describe(
        "A kept mapping, by its name, or an exported one, by its file that ends in .json; a path from the folder of the job file.",
      ),
    map: z
      .record(
        z.string().min(1).meta({ pattern: "\\S" }),
        z.union([fieldWord, z.array(fieldWord).min(1).max(20)]),
      )
      .check(({ value, issues }) => {
        if (Object.keys(value).length > 0) return;
        issues.push({ code: "too_small", origin: "array", minimum: 1, input: value });
      })
      .meta({ minProperties: 1 })
      .optional()
      .describe("Headers and the field, or fields, that each goes to."),
    where: z
      .array(words)
      .max(20)
      .optional()
      .describe('Which rows are sent: "City is Bern", "Points > 0".'),
    dateFormat: z
      .record(words, dateFormatWord)
      .meta({ propertyNames: { enum: ["custom_date"] } })
      .optional()
      .describe('How text dates are written: {"custom_date": "DD/MM/YYYY"}.'),
    swapDates: z.boolean().optional().describe("Puts swapped days and months right."),
    dateZone: words.optional().describe("Where times are midnights, such as Europe/Berlin."),
    keepDates: z.boolean().optional().describe("Sends dates as they stand."),
    amountFormat: z.enum(["comma", "point"]).optional().describe("The mark before the cents."),
    campaigns: z
      .array(campaignWord)
      .min(1)
      .max(100)
      .meta({ uniqueItems: true })
      .optional()
      .describe("Campaign ids, in order."),
    duplicates: z.enum(DUPLICATES).optional().describe("What becomes of customers that exist."),
    confirmOverwrite: z
      .boolean()
      .optional()
      .describe('Agrees to what "duplicates": "yes" empties.'),
    repeats: z
      .enum(["keep-all", "first", "last"])
      .optional()
      .describe("Which of several rows with the same key are sent."),
    repeatsEmail: z
      .enum(["keep-all", "first", "last"])
      .optional()
      .describe("Which of several rows with the same e-mail are sent."),
    repeatsPhone: z
      .enum(["keep-all", "first", "last"])
      .optional()
      .describe("Which of several rows with the same phone are sent."),
    generateCardNumbers: z.int().min(4).max(32).optional().describe("Digits of new card numbers."),
    noUndo: z.boolean().optional().describe("Keeps no undo state."),
    batchRows: z.int().min(1).max(10_000).optional().describe("Rows of a request."),
    output: z.enum(OUTPUT_FORMATS).optional().describe("The form of the replies."),
    skipInvalid: z.boolean().optional().describe("Sends the valid rows of a list with others."),
    keepRows: z.boolean().optional().describe("Sends rows that look like no customers too."),
    onlyChanged: z.boolean().optional().describe("Leaves out rows that were sent just so."),
    queueOnly: z.boolean().optional().describe("Queues and does not send."),
    passwordEnv: words
      .optional()
      .describe("The environment variable with the password of an encrypted .xlsx."),
  })
  .meta({ allOf: TOGETHER })
  .describe("A scheduled import of Loyalty Importer.");

export type Job = z.infer<typeof jobSchema>;

/** The schema as editors read it; build/write-job-schema.ts writes it down. */
export function jobSchemaText(): string {
  const schema = z.toJSONSchema(jobSchema, { target: "draft-2020-12" });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
