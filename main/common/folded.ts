/** A text as people compare labels and numbers of cards: capitals and blanks are no difference. */
export function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
