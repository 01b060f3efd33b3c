/** Namespaces of OpenDocument that a list's cells and their looks are written in (1.3, 1.4). */
const STANDARD = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;
/** The prefixes that every program writes for them, where they differ from the namespace's word. */
const USUAL: Readonly<Record<string, string>> = { drawing: "draw", datastyle: "number" };
const CALC_EXTENSION = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
const READ: ReadonlySet<string> = new Set(["office", "table", "text", "style", "number", "draw"]);

/** The usual prefix of a namespace; the namespace itself where it has none. */
export function usualPrefix(namespace: string): string {
  if (namespace === CALC_EXTENSION) return "calcext";
  // A prefix that the file declares nowhere.
  if (namespace.startsWith("?")) return namespace.slice(1);
  const [, word] = STANDARD.exec(namespace) ?? [];
  return word === undefined ? namespace : (USUAL[word] ?? word);
}

/** Whether a prefix stands for what every program writes it for. */
export function isUsual(prefix: string, usual: string): boolean {
  return prefix === usual || !(isRead(prefix) || isRead(usual) || usual === "calcext");
}

/** Whether elements with that usual prefix are read. */
export function isRead(prefix: string): boolean {
  return READ.has(prefix);
}
