import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DEFAULT_CONNECTION_SETTINGS } from "../../main/connections/settings.ts";
import { openDatabase } from "../../main/database/open.ts";
import { enqueueStaged } from "../../main/drafts/enqueue-staged.ts";
import { stageList } from "../../main/drafts/stage.ts";
import { proposeMapping } from "../../main/mapping/propose.ts";
import { readFirst } from "../../main/sources/read-first.ts";
import { createVault } from "../../main/vault/vault.ts";

/** One run of the whole way, as a process of its own; prints its times and peak memory. */
const path = process.argv[2] ?? "";
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
const db = openDatabase(dir);
const vault = createVault(new Uint8Array(32).fill(1));
const settings = DEFAULT_CONNECTION_SETTINGS;
db.prepare(
  `INSERT INTO connections (id, name, kind, url, user_id, account_id, settings, created_at, updated_at)
   VALUES (1, 'Bench', 'api', 'https://api.example', 'u', 'a', '{}', 0, 0)`,
).run();

const begin = performance.now();
const reading = await readFirst(path, {});
const cells = reading.firstRows.filter((each) => each.row > reading.headerRow);
const mapping = proposeMapping(
  reading.columns,
  cells.map((each) => each.cells),
  [],
);
const first = performance.now();
const { sheet, headerRow, columns } = reading;
const options = {
  connectionId: 1,
  campaigns: ["1"],
  duplicates: "update",
  generateCardNumbers: null,
  keepUndoState: true,
  repeatedRows: "keep-all",
} as const;
const staged = await stageList(db, vault, {
  draftId: null,
  path,
  choice: { sheet, headerRow },
  columns,
  mapping,
  options,
  batchRows: settings.batchRows,
  batchBytes: settings.batchBytes,
});
const checked = performance.now();
enqueueStaged(db, vault, staged.stagingId, {
  fileName: basename(path),
  sheet,
  headerRow,
  columns: columns.map(({ index, header }) => ({ index, header })),
  mapping: staged.mapping,
  options,
  output: "json",
  connection: { id: 1, name: "Bench", accountId: "a", settings },
});
const queued = performance.now();
db.close();
rmSync(dir, { recursive: true });

const round = (ms: number) => Math.round(ms);
process.stdout.write(
  JSON.stringify({
    peakMiB: process.resourceUsage().maxRSS / 1024,
    steps: {
      start: round(begin),
      first: round(first - begin),
      staged: round(checked - first),
      queued: round(queued - checked),
      cpu: round(process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000),
      fields: mapping.length,
      valid: staged.counts.valid,
    },
  }),
);
