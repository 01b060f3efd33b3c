/** Letters, digits and signs of the part before the @, in any script (RFC 5322 atext, RFC 6531). */
const ATOM = /^[^\s@,;:<>()[\]"\\]+$/u;
const QUOTED = /^"(?:[^"\\\r\n]|\\[^\r\n])+"$/u;
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?$/u;

const USUAL = /^[\w+%-]+(?:\.[\w+%-]+)*@(?:[A-Za-z\d]+\.)+[A-Za-z][A-Za-z\d]+$/;
/** The last label: no country or kind of domain has one letter, or digits alone. */
const ENDING = /^(?!\d+$)..+$/u;

/** Whether a text is an address as nearly all are, in ASCII. */
export function isUsualEmail(text: string): boolean {
  return USUAL.test(text);
}

/** Whether a text is an e-mail address as mail servers take them: one @, dots only between parts. */
export function isEmailAddress(text: string): boolean {
  if (isUsualEmail(text)) return true;
  const at = text.lastIndexOf("@");
  if (at < 1) return false;
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split(".");
  const hasGoodDots = !local.startsWith(".") && !local.endsWith(".") && !local.includes("..");
  const isLocal = QUOTED.test(local) || (ATOM.test(local) && hasGoodDots);
  const isDomain = labels.length >= 2 && labels.every((label) => LABEL.test(label));
  return isLocal && isDomain && ENDING.test(labels.at(-1) ?? "");
}
