/** Milliseconds; changes of an import that come closer together are told as one. */
const QUIET_MS = 100;

/** Tells changes of imports: the first at once, those that follow at most ten times a second. */
export interface ChangeTeller {
  /** Never throws. */
  tell(importId: number): void;
  /** Tells at once what was held back. */
  flush(): void;
}

/** @param onError what a listener threw: telling is no part of sending, and must not end it */
export function createChangeTeller(
  onChange: (importId: number) => void,
  onError: (error: unknown) => void,
): ChangeTeller {
  const heldBack = new Set<number>();
  let quiet: NodeJS.Timeout | undefined;

  function say(importId: number): void {
    try {
      onChange(importId);
    } catch (error) {
      onError(error);
    }
  }

  function flush(): void {
    const ids = [...heldBack];
    heldBack.clear();
    for (const id of ids) say(id);
  }

  function beQuiet(): void {
    quiet = setTimeout(() => {
      quiet = undefined;
      if (heldBack.size === 0) return;
      beQuiet();
      flush();
    }, QUIET_MS);
    // What is held back when a process ends is told by `flush`.
    quiet.unref();
  }

  return {
    tell(importId) {
      if (quiet !== undefined) {
        heldBack.add(importId);
        return;
      }
      beQuiet();
      say(importId);
    },
    flush,
  };
}
