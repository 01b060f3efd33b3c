/** Headers written as one text, with commas between them. */
export function phrases(text: string): readonly string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
