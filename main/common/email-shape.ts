/** The longest address that mail servers take, and some more. */
const MAX_LENGTH = 400;

/** Whether a text is shaped like an e-mail address: no blank, one @, a dot inside its domain. */
export function isEmail(text: string): boolean {
  if (text.length > MAX_LENGTH || /\s/.test(text)) return false;
  const at = text.indexOf("@");
  if (at < 1 || text.includes("@", at + 1)) return false;
  const dot = text.indexOf(".", at + 2);
  return dot > 0 && dot < text.length - 1;
}
