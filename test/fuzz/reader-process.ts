import { guardMemory } from "../../main/common/host/guard-memory.ts";
import { proposeMapping } from "../../main/pipeline/mapping/propose.ts";
import { openSource } from "../../main/pipeline/sources/open.ts";
import { look } from "../../main/pipeline/sources/read-first.ts";
import { createRowCheck } from "../../main/pipeline/staging/thread/checked-rows.ts";
import { OPTIONS } from "./options.ts";

/** Reads lists as the program does, one after the other, and says how each ended. */
const MAX_MB = 640;

async function read(path: string): Promise<string> {
  const source = await openSource(path);
  try {
    const { sheet, columns, firstRows, headerRow } = await look(source, {});
    const rows = firstRows.filter(({ row }) => row > headerRow).map(({ cells }) => cells);
    const mapping = proposeMapping(columns, rows, []);
    const check = createRowCheck({ headerRow, mapping, columns, options: OPTIONS });
    for await (const chunk of source.rows(sheet)) for (const row of chunk) check(row);
    return "read";
  } finally {
    await source.close();
  }
}

guardMemory(MAX_MB);
process.on("message", (path: string) => {
  read(path).then(
    (end) => process.send?.(end),
    (error: unknown) => {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      const detail = error instanceof Error && "detail" in error ? String(error.detail) : "";
      process.send?.(code === "unexpected" ? `unexpected: ${detail}` : code);
    },
  );
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
