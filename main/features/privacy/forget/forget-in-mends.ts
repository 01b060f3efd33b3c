import type { Database } from "../../../common/sqlite/database.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import { type Mend, readMend, writeMend } from "../../../records/imports/corrections/mend-store.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { People } from "../person.ts";

/** Takes a person out of the corrections that a batch's rows wait for. */
export function forgetInMends(db: Database, vault: Vault, people: People): void {
  const mayOwn = (value: string) => people.all().some((person) => person.mayOwn(value));
  const ids = db.prepare("SELECT batch_id FROM batch_mends").pluck().all() as number[];
  for (const id of ids) {
    const work = db.transaction(() => {
      const fields = readPayload(db, vault, id)?.fields ?? [];
      const isTheirs = ([at, value]: readonly [number, string]) =>
        fields[at] === undefined || mayOwn(value);
      const mend = readMend(db, vault, id);
      const edits = [...mend.edits].map(
        ([place, values]) =>
          [place, new Map([...values].filter((each) => !isTheirs(each)))] as const,
      );
      writeMend(db, vault, id, { ...mend, edits: new Map(edits) });
    });
    work.immediate();
  }
}

/** Corrections of a batch some of whose rows are gone; inside the transaction that takes them. */
export function moveMend(
  db: Database,
  vault: Vault,
  batchId: number,
  gone: ReadonlySet<number>,
): void {
  const mend = readMend(db, vault, batchId);
  const after = (place: number) =>
    gone.has(place) ? [] : [place - [...gone].filter((each) => each < place).length];
  const moved: Mend = {
    edits: new Map(
      [...mend.edits].flatMap(([place, values]) =>
        after(place).map((to): [number, ReadonlyMap<number, string>] => [to, values]),
      ),
    ),
    leftOut: new Set([...mend.leftOut].flatMap(after)),
  };
  writeMend(db, vault, batchId, moved);
}
