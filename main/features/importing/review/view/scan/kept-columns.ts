import type { ScannedList } from "../thread-messages.ts";
import type { Ranks } from "./order-rows.ts";
import type { ValueColumn } from "./value-column.ts";

/** A column as it was read, without a person's corrections. */
export interface KeptColumn extends ValueColumn {
  /** The order of its values in a language, once somebody has asked for it. */
  ranks: { readonly language: string; readonly ranks: Ranks } | null;
}

type ReadFrom = Pick<ScannedList, "stagingId" | "mark">;

/** Columns that were read, the last ones that fit into so many bytes. */
export interface KeptColumns {
  get(list: ReadFrom, place: number): KeptColumn | undefined;
  keep(list: ReadFrom, place: number, column: KeptColumn): void;
  forget(stagingId: number): void;
}

interface Kept {
  readonly list: ReadFrom;
  readonly place: number;
  readonly column: KeptColumn;
}

export function createKeptColumns(most: number): KeptColumns {
  /** Those asked for last stand last. */
  let kept: readonly Kept[] = [];
  const isOf = (list: ReadFrom, place: number) => (each: Kept) =>
    each.list.stagingId === list.stagingId && each.list.mark === list.mark && each.place === place;

  return {
    get(list, place) {
      // A list whose blocks have changed holds other rows: a customer was forgotten.
      kept = kept.filter(
        (each) => each.list.stagingId !== list.stagingId || each.list.mark === list.mark,
      );
      const found = kept.find(isOf(list, place));
      if (found !== undefined) kept = [...kept.filter((each) => each !== found), found];
      return found?.column;
    },
    keep(list, place, column) {
      kept = [...kept.filter((each) => !isOf(list, place)(each)), { list, place, column }];
      while (kept.reduce((sum, each) => sum + sizeOf(each.column), 0) > most) kept = kept.slice(1);
    },
    forget(stagingId) {
      kept = kept.filter(({ list }) => list.stagingId !== stagingId);
    },
  };
}

function sizeOf({ ids, values, ranks }: KeptColumn): number {
  return ids.byteLength + values.size + (ranks?.ranks.ranks.byteLength ?? 0);
}
