import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { FaultPlan } from "../../main/practice/faults/fault.ts";
import type { PracticeServer } from "../../main/practice/server.ts";
import { migrations } from "../../main/records/database/migrate.ts";
import { DATABASE_FILE } from "../../main/records/database/open.ts";
import { POINTS } from "../helpers/practice.ts";
import { runCommand } from "./kill-point.ts";

/** What a killed command finds and what it leaves behind, in a folder of its own. */
export interface Place {
  /** Holds the data folder "data" and whatever else the stage needs. */
  readonly dir: string;
  readonly dataDir: string;
  readonly server: PracticeServer;
}

export interface Verdict {
  readonly lost: number;
  readonly repeated: number;
  readonly why?: string;
}

/** A command that is killed at every moment that matters. */
export interface Stage {
  readonly name: string;
  /** While it is prepared. */
  readonly faults?: FaultPlan;
  prepare(place: Place): Promise<void>;
  args(place: Place): readonly string[];
  /** Goes on as a person would, and looks whether everything is there, once. */
  finish(place: Place): Promise<Verdict>;
}

const ROWS = 4;
const IMPORT = ["--profile", "Store", "--campaign", POINTS, "--batch-rows", "2"];
const FINE: Verdict = { lost: 0, repeated: 0 };

/** @throws Error where it ends otherwise than it should */
async function must(
  place: Place,
  args: readonly string[],
  statuses: readonly number[] = [0],
  input = "",
): Promise<string> {
  const { status, out, err } = await runCommand(place.dataDir, args, {}, input);
  if (!statuses.includes(status ?? -1)) throw new Error(`${args.join(" ")}: ${status} ${err}`);
  return out;
}

async function connect(place: Place): Promise<void> {
  const { url, credentials } = place.server;
  const { userId, accountId, apiKey } = credentials;
  const args = ["profile", "add", "Store", "--url", url, "--user", userId, "--account", accountId];
  await must(place, args, [0], `${apiKey}\n`);
}

/** Amounts make every repetition one too many. */
function writeList(place: Place, name = "list.csv", first = "Ana", amounts = true): string {
  const path = join(place.dir, name);
  const rows = Array.from({ length: ROWS }, (_, n) => `K${n},${first} ${n}${amounts ? ",5" : ""}`);
  writeFileSync(path, [`code,first_name${amounts ? ",auto_add" : ""}`, ...rows].join("\n"));
  return path;
}

const importList = (place: Place, ...more: readonly string[]) => [
  "import",
  join(place.dir, "list.csv"),
  ...IMPORT,
  ...more,
];

interface QueuedBatches {
  readonly batches: readonly {
    readonly batch: number;
    readonly state: string;
    readonly firstRow: number;
  }[];
}

/** Sends what waits; about what is uncertain the person looks at the platform. */
async function drain(place: Place): Promise<Verdict> {
  for (let turn = 0; turn < 5; turn++) {
    await must(place, ["queue", "send"], [0, 4, 6]);
    const { batches } = JSON.parse(await must(place, ["queue", "list", "--json"])) as QueuedBatches;
    if (batches.length === 0) break;
    for (const { batch, state, firstRow } of batches) {
      if (state !== "uncertain") continue;
      const there = counts(place).has(`K${firstRow - 2}`);
      await must(place, ["queue", "resolve", String(batch), "--as", there ? "sent" : "resend"]);
    }
  }
  return compare(place);
}

function counts(place: Place): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const code of place.server
    .applied()
    .flatMap(({ rows }) => rows.map(([first = ""]) => first))) {
    found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}

function compare(place: Place): Verdict {
  const found = counts(place);
  const times = Array.from({ length: ROWS }, (_, n) => found.get(`K${n}`) ?? 0);
  return {
    lost: times.filter((each) => each === 0).length,
    repeated: times.filter((each) => each > 1).length,
  };
}

async function importsOf(place: Place): Promise<number> {
  const out = await must(place, ["history", "list", "--json"]);
  return (JSON.parse(out) as { readonly imports: readonly unknown[] }).imports.length;
}

const FIRST_START: Stage = {
  name: "first start",
  prepare: async () => undefined,
  args: () => ["history", "list"],
  finish: async (place) => {
    await connect(place);
    return FINE;
  },
};

/** The first start of a program that brings the schema from `version` to its own. */
function firstStartOf(version: number): Stage {
  return {
    name: `first start from schema ${version}`,
    async prepare({ dataDir }) {
      mkdirSync(dataDir);
      const db = new Sqlite(join(dataDir, DATABASE_FILE));
      db.pragma("journal_mode = WAL");
      for (const step of migrations.slice(0, version)) step.up(db);
      db.pragma(`user_version = ${version}`);
      db.exec("INSERT INTO settings VALUES ('kept', '1')");
      db.close();
    },
    args: () => ["history", "list"],
    async finish({ dataDir }) {
      const db = new Sqlite(join(dataDir, DATABASE_FILE));
      const kept = db.prepare("SELECT count(*) FROM settings WHERE key = 'kept'").pluck().get();
      const intact = db.pragma("integrity_check", { simple: true });
      db.close();
      return { lost: kept === 1 && intact === "ok" ? 0 : 1, repeated: 0 };
    },
  };
}

const BACKUP: Stage = {
  name: "backup",
  async prepare(place) {
    await connect(place);
    writeList(place);
    await must(place, importList(place, "--queue-only"));
  },
  args: ({ dir }) => ["backup", join(dir, "my.backup")],
  async finish(place) {
    const path = join(place.dir, "my.backup");
    const left = readdirSync(place.dir).filter((name) => name.includes(".part"));
    if (left.length > 0) throw new Error(`left behind: ${left.join()}`);
    if (!existsSync(path)) await must(place, ["backup", path]);
    await must(place, ["restore", path]);
    return { lost: (await importsOf(place)) === 1 ? 0 : ROWS, repeated: 0 };
  },
};

/** The backup holds one import, the data two. */
async function beforeRestore(place: Place): Promise<void> {
  await BACKUP.prepare(place);
  await must(place, ["backup", join(place.dir, "my.backup")]);
  await must(place, importList(place, "--queue-only"));
}

const restoreArgs = ({ dir }: Place) => ["restore", join(dir, "my.backup")];

const RESTORE: Stage = {
  name: "restore",
  prepare: beforeRestore,
  args: restoreArgs,
  async finish(place) {
    const imports = await importsOf(place);
    await must(place, restoreArgs(place));
    return {
      lost: [1, 2].includes(imports) && (await importsOf(place)) === 1 ? 0 : ROWS,
      repeated: 0,
    };
  },
};

const AFTER_RESTORE: Stage = {
  name: "first command after a restore",
  async prepare(place) {
    await beforeRestore(place);
    await must(place, restoreArgs(place));
  },
  args: () => ["history", "list"],
  finish: async (place) => ({ lost: (await importsOf(place)) === 1 ? 0 : ROWS, repeated: 0 }),
};

const IMPORT_STAGE: Stage = {
  name: "import",
  async prepare(place) {
    await connect(place);
    writeList(place);
  },
  args: (place) => importList(place),
  async finish(place) {
    // Not queued: nothing of it has been sent, and the person gives the list again.
    if ((await importsOf(place)) === 0) await must(place, importList(place), [0, 4, 6]);
    return await drain(place);
  },
};

const SEND: Stage = {
  name: "send",
  async prepare(place) {
    await IMPORT_STAGE.prepare(place);
    await must(place, importList(place, "--queue-only"));
  },
  args: () => ["queue", "send"],
  finish: drain,
};

const RESOLVE: Stage = {
  name: "resolve",
  // The two batches of the preparation are cut off before they are applied.
  faults: ({ type, number }) =>
    type === "customers_batch" && number <= 2
      ? { kind: "reset", when: "before-applying" }
      : undefined,
  async prepare(place) {
    await IMPORT_STAGE.prepare(place);
    await must(place, importList(place), [6]);
  },
  args: () => ["queue", "resolve", "1", "--as", "resend"],
  finish: drain,
};

const UNDO: Stage = {
  name: "undo",
  async prepare(place) {
    await connect(place);
    for (const first of ["Ana", "Eva"]) {
      writeList(place, "list.csv", first, false);
      await must(place, importList(place));
    }
  },
  args: () => ["undo", "2"],
  async finish(place) {
    await must(place, ["undo", "2"], [0, 1]);
    await must(place, ["queue", "send"], [0]);
    const names = place.server
      .customers()
      .map(({ fields }) => fields.first_name?.split(" ")[0])
      .filter((name) => name !== "Ana");
    return { lost: names.length, repeated: 0 };
  },
};

export const STAGES: readonly Stage[] = [
  FIRST_START,
  ...migrations.slice(0, -1).map(({ version }) => firstStartOf(version)),
  BACKUP,
  RESTORE,
  AFTER_RESTORE,
  IMPORT_STAGE,
  SEND,
  RESOLVE,
  UNDO,
];
