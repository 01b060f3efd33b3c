import { guardMemory } from "../common/host/guard-memory.ts";
import { openParentPort, type ParentPort } from "../common/host/parent-port.ts";
import { Allowance } from "../pipeline/sources/allowance.ts";
import { FileFault } from "../pipeline/sources/fault.ts";
import type { FromReader, ToReader, WireRow } from "../pipeline/sources/sheetjs/messages.ts";
import {
  isDate1904,
  isHidden,
  measure,
  readWorkbook,
} from "../pipeline/sources/sheetjs/read-workbook.ts";
import { cellsOf, SheetCells } from "../pipeline/sources/sheetjs/sheet-cells.ts";

/**
 * Entry of the process that reads .xls and .xlsb with SheetJS, which needs the whole file in
 * memory: what it takes, and how long, ends with this process.
 */
const CHUNK_ROWS = 500;
const CHUNK_CHARACTERS = 8 * 1024 * 1024;

type Workbook = Awaited<ReturnType<typeof readWorkbook>>["workbook"];

function serve(port: ParentPort): void {
  let workbook: Workbook | null = null;
  let rows: Iterator<WireRow> | null = null;
  let unpackedBytes = 0;
  const say = (message: FromReader): void => port.post(message);

  port.onMessage((message) => {
    answer(message as ToReader).catch((error: unknown) => {
      const fault = error instanceof FileFault ? error : null;
      const detail = fault?.detail ?? (error instanceof Error ? error.name : "unknown");
      say({ kind: "failed", code: fault?.code ?? "file-damaged", detail });
    });
  });
  say({ kind: "ready" });

  async function answer(message: ToReader): Promise<void> {
    switch (message.kind) {
      case "open": {
        guardMemory(message.maxMemoryMb);
        const { workbook: opened, formulas } = await readWorkbook(message);
        workbook = opened;
        unpackedBytes = message.unpackedBytes;
        const sheets = opened.SheetNames.map((name, index) => ({
          name,
          hidden: isHidden(opened, index),
          ...measure(opened.Sheets[name] ?? {}, formulas),
        }));
        say({ kind: "opened", sheets });
        break;
      }
      case "rows":
        rows = workbook === null ? null : sheetRows(workbook, message.sheet, unpackedBytes);
        sendChunk();
        break;
      case "next":
        sendChunk();
        break;
    }
  }

  function sendChunk(): void {
    const chunk: WireRow[] = [];
    let last = true;
    let characters = 0;
    for (let next = rows?.next(); next !== undefined; next = rows?.next()) {
      if (next.done === true) break;
      chunk.push(next.value);
      for (const cell of next.value[1]) characters += 1 + cell.length;
      if (chunk.length === CHUNK_ROWS || characters > CHUNK_CHARACTERS) {
        last = false;
        break;
      }
    }
    say({ kind: "rows", rows: chunk, last });
  }
}

function* sheetRows(workbook: Workbook, name: string, bytes: number): Generator<WireRow> {
  const sheet = workbook.Sheets[name];
  if (sheet === undefined) return;
  const cells = new SheetCells(sheet, isDate1904(workbook), new Allowance(bytes));
  for (const [index, row] of cellsOf(sheet)) {
    const found = cells.row(index, row);
    if (found !== null) yield found;
  }
}

// Whatever zone the machine is in: dates of a file have none.
process.env.TZ = "UTC";
serve(openParentPort());
