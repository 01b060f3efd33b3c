/**
 * How many letters differ, are missing, too many or swapped with their neighbour between two words,
 * each letter touched once; more than `most` is told as one more than that.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1];
      const cost = (above[at - 1] as number) + (same ? 0 : 1);
      let least = Math.min(cost, (above[at] as number) + 1, (line[at - 1] as number) + 1);
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) {
        least = Math.min(least, (before[at - 2] as number) + 1);
      }
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    before = above;
    above = line;
  }
  return Math.min(above[b.length] as number, most + 1);
}
