import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { utils, write } from "xlsx";
import { openArchive } from "../../main/pipeline/sources/zip/archive.ts";
import { suiteDir } from "../helpers/temp-dir.ts";
import { type ZipPart, zipBytes } from "../helpers/zip-writer.ts";
import { mutated } from "./mutate.ts";
import type { Random } from "./random.ts";
import { FUZZ_TIMEOUT_MS, fuzz } from "./run.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/sources");
const MAX_MS = 20_000;
/** Refusals that a person understands; anything else is a fault. */
const ENDS =
  /^(?:read|file-(?:empty|damaged|encrypted|not-a-list|too-large|too-slow|too-wide|without-rows|no-sheets|is-archive|format-unsupported)|sheet-missing)$/;

const dir = suiteDir();
let child: ChildProcess | null = null;
afterAll(() => child?.kill("SIGKILL"));

interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of an archive: changes go into its parts, past the checksums. */
  readonly parts: readonly ZipPart[] | null;
}

async function seeds(): Promise<readonly Seed[]> {
  const book = utils.book_new(
    utils.aoa_to_sheet([
      ["Name", "Code"],
      ["Ann", "007"],
    ]),
    "One",
  );
  const made: readonly (readonly [string, Buffer])[] = [
    ["list.csv", Buffer.from('Name;Email;Birthday\r\n"Ann ""A"" Lee";a@b.example;03/04/1990\r\n')],
    ["list.txt", Buffer.from("\ufeffNombre\tTeléfono\nZoë\t+34 600 000 000\n", "utf16le")],
    ["list.xlsb", write(book, { type: "buffer", bookType: "xlsb" }) as Buffer],
    ["biff5.xls", write(book, { type: "buffer", bookType: "biff5" }) as Buffer],
    ["list.xml", Buffer.from(write(book, { type: "string", bookType: "xlml" }) as string)],
  ];
  const kept = ["traits.xlsx", "traits-libreoffice.xlsx", "traits.ods", "traits.fods", "traits.xls"]
    .concat("members.html", "members.xlsx")
    .map((name) => [name, readFileSync(join(FIXTURES, name))] as const);
  return await Promise.all(
    [...made, ...kept].map(async ([name, bytes]) => ({ name, bytes, parts: await partsOf(bytes) })),
  );
}

async function partsOf(bytes: Buffer): Promise<readonly ZipPart[] | null> {
  if (bytes.toString("latin1", 0, 2) !== "PK") return null;
  const path = join(dir, "seed.zip");
  writeFileSync(path, bytes);
  const archive = await openArchive(path);
  try {
    const parts: ZipPart[] = [];
    for (const name of archive.names) parts.push({ name, data: await archive.read(name, 1e8) });
    return parts;
  } finally {
    archive.close();
  }
}

function changed({ bytes, parts }: Seed, random: Random): Buffer {
  if (parts === null || random.chance(0.15)) return mutated(bytes, random);
  const at = random.int(parts.length);
  return zipBytes(
    parts.map((part, place) =>
      place === at ? { ...part, data: mutated(part.data as Buffer, random) } : part,
    ),
  );
}

async function reader(): Promise<ChildProcess> {
  if (child?.connected === true) return child;
  child = fork(join(import.meta.dirname, "reader-process.ts"), [], {
    execArgv: ["--max-old-space-size=512"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await once(child, "message");
  return child;
}

/** How reading a file ended, or that it did not. */
async function endOf(path: string): Promise<string> {
  const process = await reader();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), MAX_MS);
  const heard = once(process, "message", { signal: limit.signal });
  const ended = once(process, "exit", { signal: limit.signal });
  process.send(path);
  try {
    const [end] = await Promise.race([heard, ended.then(() => ["the reader ended"])]);
    return String(end);
  } catch {
    process.kill("SIGKILL");
    return "no end";
  } finally {
    clearTimeout(timer);
    limit.abort();
    await Promise.allSettled([heard, ended]);
  }
}

it("mutated lists of every format are read or refused in time and memory", {
  timeout: FUZZ_TIMEOUT_MS,
}, async () => {
  const all = await seeds();
  const { found, tried } = await fuzz("list", async (random, at) => {
    const seed = all[at % all.length] as Seed;
    const input = changed(seed, random);
    const path = join(dir, `list-${at}${extname(seed.name)}`);
    writeFileSync(path, input);
    const end = await endOf(path);
    rmSync(path);
    return ENDS.test(end) ? null : { what: `${seed.name}: ${end}`, input };
  });
  expect(found).toBeNull();
  expect(tried).toBeGreaterThan(0);
});
