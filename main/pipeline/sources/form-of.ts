/** `AB-12` and `XY-34` are alike. */
export function formOf(cell: string): string {
  return cell
    .slice(0, 40)
    .replace(/\d/gu, "9")
    .replace(/\p{L}+/gu, "a");
}
