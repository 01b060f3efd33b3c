import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jobSchemaText } from "../main/cli/job/schema.ts";

/**
 * Writes the schema of job files down after a change of main/cli/job/schema.ts; `npm run format` lays
 * it out.
 */
writeFileSync(join(import.meta.dirname, "../docs/import-job.schema.json"), jobSchemaText());
