import type { Database } from "../../../common/sqlite/database.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import {
  type BatchCorrections,
  batchesWithCorrections,
  readBatchCorrections,
  writeBatchCorrections,
} from "../../../records/imports/corrections/correction-store.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { People } from "../person.ts";

/** Takes a person out of the corrections that a batch's rows wait for. */
export function forgetInCorrections(db: Database, vault: Vault, people: People): void {
  const mayOwn = (value: string) => people.all().some((person) => person.mayOwn(value));
  for (const id of batchesWithCorrections(db)) {
    const work = db.transaction(() => {
      const fields = readPayload(db, vault, id)?.fields ?? [];
      const isTheirs = ([at, value]: readonly [number, string]) =>
        fields[at] === undefined || mayOwn(value);
      const corrections = readBatchCorrections(db, vault, id);
      const cells = [...corrections.cells].map(
        ([place, values]) =>
          [place, new Map([...values].filter((each) => !isTheirs(each)))] as const,
      );
      writeBatchCorrections(db, vault, id, { ...corrections, cells: new Map(cells) });
    });
    work.immediate();
  }
}

/** Corrections of a batch some of whose rows are gone; inside the transaction that takes them. */
export function moveBatchCorrections(
  db: Database,
  vault: Vault,
  batchId: number,
  gone: ReadonlySet<number>,
): void {
  const corrections = readBatchCorrections(db, vault, batchId);
  const after = (place: number) =>
    gone.has(place) ? [] : [place - [...gone].filter((each) => each < place).length];
  const moved: BatchCorrections = {
    cells: new Map(
      [...corrections.cells].flatMap(([place, values]) =>
        after(place).map((to): [number, ReadonlyMap<number, string>] => [to, values]),
      ),
    ),
    leftOut: new Set([...corrections.leftOut].flatMap(after)),
  };
  writeBatchCorrections(db, vault, batchId, moved);
}
