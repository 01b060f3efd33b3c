/** Windows takes these for devices, whatever ending follows and in whatever case. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one cannot be checked out.
const REFUSED = /[\u0000-\u001f<>:"|?*\\]/;
/** What is left of Windows' 260 characters for the folder of the checkout. */
const LONGEST_PATH = 200;

function troubleOf(part: string): string | undefined {
  const [base = ""] = part.split(".");
  if (DEVICE.test(base.trimEnd())) return "is the name of a device";
  if (REFUSED.test(part)) return "has a character that Windows refuses";
  if (/[ .]$/.test(part)) return "ends in a blank or a dot";
  return undefined;
}

/** As file systems compare names that look at neither case nor the way an accent is written. */
const folded = (name: string): string => name.normalize("NFC").toUpperCase().toLowerCase();

/**
 * What keeps paths of a repository (with `/` between folders) from being checked out on Windows or
 * macOS: one line each, in the order of the paths; empty where nothing does.
 */
export function troublesOfNames(paths: readonly string[]): string[] {
  const troubles = new Set<string>();
  const seen = new Map<string, string>();
  for (const path of paths) {
    if (path.length > LONGEST_PATH) troubles.add(`${path}: longer than ${LONGEST_PATH} characters`);
    const parts = path.split("/");
    for (const [index, part] of parts.entries()) {
      const trouble = troubleOf(part);
      const upTo = parts.slice(0, index + 1).join("/");
      if (trouble !== undefined) troubles.add(`${upTo}: ${trouble}`);
      const first = seen.get(folded(upTo));
      if (first === undefined) seen.set(folded(upTo), upTo);
      else if (first !== upTo) troubles.add(`${upTo}: differs from ${first} in case only`);
    }
  }
  return [...troubles];
}
