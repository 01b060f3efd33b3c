import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildIfStale } from "../main/entries/start/build.ts";
import type { Language } from "../preload/languages.ts";
import { LANGUAGES } from "../preload/languages.ts";
import { Looks } from "./walks/looks.ts";
import { Person } from "./walks/person.ts";
import { browserRoom, electronRoom, type Room } from "./walks/seats.ts";
import { WALKS } from "./walks/stories.ts";

/**
 * `npm run walks -- FOLDER [--electron] [--language LANGUAGE] [WALK...]`: walks through the window as
 * people do, by mouse and keyboard, in a browser or in the real Electron. Prints for each walk its
 * clicks, keys and seconds, how often the keyboard stood nowhere, and what was wrong on its screens;
 * leaves a picture of each in the folder, in two sizes, light and dark, in English and another
 * language.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { electron: { type: "boolean", default: false }, language: { type: "string" } },
});
const [folder, ...named] = positionals;
const language = LANGUAGES.find((one) => one === values.language);
const unknown = named.filter((name) => !(name in WALKS));
if (folder === undefined || unknown.length > 0) {
  process.stderr.write(
    `Name a folder for the pictures, then walks or nothing for all of them: ${Object.keys(WALKS).join(", ")}.\n`,
  );
  process.exit(2);
}
/** Beside English, each walk in another one where none is named: long ones. */
const OTHERS: readonly Language[] = ["de", "es", "pl", "fr"];

await buildIfStale();
const room = await (values.electron ? electronRoom() : browserRoom());
const table: Record<string, Row> = {};
const wrong: string[] = [];
for (const [at, name] of Object.keys(WALKS).entries()) {
  if (named.length > 0 && !named.includes(name)) continue;
  const { row, found } = await walk(room, name, language ?? OTHERS[at % OTHERS.length] ?? "de");
  table[name] = row;
  wrong.push(...found);
  process.stdout.write(
    `${name}: ${JSON.stringify(row)}\n${found.map((one) => `  ${one}\n`).join("")}`,
  );
}
await room.close();
console.table(table);
const report = { room: room.name, walks: table, wrong };
writeFileSync(join(folder, "walks.json"), JSON.stringify(report, null, 2));
process.exitCode = wrong.length === 0 ? 0 : 1;

interface Row {
  readonly clicks: number;
  readonly keys: number;
  readonly seconds: number;
  readonly screens: number;
  readonly focus: number;
  readonly axe: number;
  readonly cut: number;
  readonly lost: number;
  readonly console: number;
  readonly ended: boolean;
}

async function walk(from: Room, name: string, other: Language) {
  const looks = new Looks(resolve(folder ?? ""), name, other);
  const seat = await from.sit();
  const person = new Person(seat, looks);
  const failed: string[] = [];
  try {
    await WALKS[name]?.(person);
  } catch (error) {
    failed.push(`${name} did not end: ${error instanceof Error ? error.message : String(error)}`);
    await looks.fail(person.page);
  }
  const { clicks, keys, screens, seconds } = person;
  looks.found.focus.push(...seat.lostFocus.map((one) => `${name}: focus ${one}`));
  looks.found.console.push(...seat.complaints.map((one) => `${name}: ${one}`));
  await seat.leave();
  const { focus, axe, cut, lost, console } = looks.found;
  const counts = { focus, axe, cut, lost, console };
  const count = (kind: keyof typeof counts) => counts[kind].length;
  const row: Row = {
    ...{
      clicks,
      keys,
      screens,
      seconds: Math.round(seconds * 10) / 10,
      ended: failed.length === 0,
    },
    ...{ focus: count("focus"), axe: count("axe"), cut: count("cut") },
    ...{ lost: count("lost"), console: count("console") },
  };
  return { row, found: [...failed, ...Object.values(counts).flat()] };
}
