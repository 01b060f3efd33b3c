/** Chromium and the debugger have much to say about a screen that is none. */
export function ownLines(errors: string): string {
  const theirs =
    /^(?:\[(?:\d+:)?\d+\/\d+\.|Debugger |DevTools |For help, see|Waiting for the debugger|$)/;
  return errors
    .split("\n")
    .filter((line) => !theirs.test(line.trim()))
    .join("\n");
}
