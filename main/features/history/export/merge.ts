interface Numbered {
  readonly row: number;
}

const CHUNK = 500;

/** Two streams in list order as one; where row numbers are equal, the first stream's goes first. */
export function* mergeByRow<T extends Numbered>(
  first: Iterable<readonly T[]>,
  second: Iterable<readonly T[]>,
): Generator<readonly T[]> {
  const a = flat(first);
  const b = flat(second);
  let left = a.next();
  let right = b.next();
  let chunk: T[] = [];
  while (left.done !== true || right.done !== true) {
    if (right.done === true || (left.done !== true && left.value.row <= right.value.row)) {
      if (left.done !== true) chunk.push(left.value);
      left = a.next();
    } else {
      chunk.push(right.value);
      right = b.next();
    }
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function* flat<T>(chunks: Iterable<readonly T[]>): Generator<T> {
  for (const chunk of chunks) yield* chunk;
}
