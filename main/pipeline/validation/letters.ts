/** Quick looks at values without a regular expression: lists hold millions of them. */

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function countDigits(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) digits += 1;
  return digits;
}

/** Whether a text is ASCII letters and digits only, as most keys are. */
export function isAlphanumeric(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = code | 32;
    if (!isDigit(code) && (letter < 97 || letter > 122)) return false;
  }
  return true;
}
