import { useEffect, useState } from "react";
import type { Place } from "../grid-keys.ts";

/** A block of cells, both ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Selection {
  readonly block: Block;
  /** Whether more is selected than the one active cell. */
  readonly isWide: boolean;
  /** Called before the active cell moves: keeps this end of the block, or drops the block. */
  extend(isExtended: boolean): void;
}

/**
 * The cells that a person has chosen: from where they pressed Shift to where they are now. From the
 * row's own cell on, whole rows.
 */
export function useSelection(at: Place, columns: number): Selection {
  const [anchor, setAnchor] = useState<Place | null>(null);
  const from = anchor ?? at;
  const whole = from.column === 0 || at.column === 0;
  const block = {
    top: Math.min(from.row, at.row),
    bottom: Math.max(from.row, at.row),
    left: whole ? 1 : Math.min(from.column, at.column),
    right: whole ? columns : Math.max(from.column, at.column),
  };
  const isWide = block.top < block.bottom || (block.left < block.right && !whole);
  useEffect(() => {
    if (anchor !== null && anchor.row === at.row && anchor.column === at.column) setAnchor(null);
  }, [anchor, at]);
  return {
    block,
    isWide: anchor !== null && isWide,
    extend: (isExtended) => setAnchor(isExtended ? from : null),
  };
}

/** The first and the last selected column of a row, `first-last`; null where none is. */
export function selectedIn({ block, isWide }: Selection, row: number): string | null {
  const isIn = isWide && row >= block.top && row <= block.bottom;
  return isIn ? `${block.left}-${block.right}` : null;
}
